namespace Bpm.Domain.Complaints;

/// <summary>A tie to another case, written into both histories.</summary>
public sealed class CaseLink
{
    private CaseLink()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Number of the other case.</summary>
    public string OtherNumber { get; private set; } = "";

    /// <summary>Code of the tie, for example <c>similar</c>, <c>repeat</c>, <c>retaliation</c>.</summary>
    public string Kind { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    internal static CaseLink Tie(Guid caseId, string otherNumber, string kind, string by, DateTimeOffset at) => new()
    {
        Id = OrderedId.New(at),
        CaseId = caseId,
        OtherNumber = otherNumber,
        Kind = kind,
        By = by,
        At = at,
    };
}
