namespace Bpm.Domain.Complaints;

/// <summary>
/// One version of what the customer was told. The customer sees only the newest; staff see every version with author
/// and time, because the first is the evidence for the first-reply limit (A §五.6).
/// </summary>
public sealed class Reply
{
    private Reply()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>1 for the first reply of the case, then counting up.</summary>
    public int Version { get; private set; }

    /// <summary>What the reply is, see <see cref="ReplyKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Channel that it went out through: the customer's own.</summary>
    public string Channel { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>User name of the author; <c>system</c> for a fixed text that no person sent.</summary>
    public string By { get; private set; } = "";

    public Confidential<string> Text { get; private set; } = null!;

    /// <summary>False for an opinion that is released inside the company only.</summary>
    public bool IsForCustomer => Kind != ReplyKinds.Opinion;

    internal static Reply Write(Case owner, int version, string kind, string text, string by, DateTimeOffset at) => new()
    {
        Id = OrderedId.New(at),
        CaseId = owner.Id,
        Version = version,
        Kind = kind,
        Channel = owner.Channel,
        At = at,
        By = by,
        Text = owner.Seal(text),
    };
}
