namespace Bpm.Domain.Complaints;

/// <summary>
/// Somebody asks to give something of a confidential case out of the company, and somebody else allows it or not (B art. 7(2)). Without a
/// granted one nothing leaves.
/// </summary>
public sealed class Disclosure
{
    private Disclosure()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>What was asked for.</summary>
    public Confidential<DisclosureTerms> Request { get; private set; } = null!;

    /// <summary>Null until it is decided.</summary>
    public bool? Granted { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What was allowed, or why not; null until it is decided.</summary>
    public Confidential<DisclosureTerms>? Decision { get; private set; }

    internal static Disclosure Ask(Case owner, DisclosureTerms terms, string by, DateTimeOffset at) => new()
    {
        Id = OrderedId.New(at),
        CaseId = owner.Id,
        RequestedBy = by,
        RequestedAt = at,
        Request = new(terms, owner.IsConfidential),
    };

    internal void Decide(bool granted, DisclosureTerms terms, string by, DateTimeOffset at)
    {
        if (Granted is not null)
            throw new InvalidOperationException("The disclosure is decided already.");
        (Granted, DecidedBy, DecidedAt, Decision) = (granted, by, at, new(terms, Request.Sealed));
    }
}
