namespace Bpm.Domain.Outages;

/// <summary>An outage cannot be announced so.</summary>
public sealed record OutageInvalid : Refusal
{
    /// <param name="field">Field that is wrong.</param>
    public OutageInvalid(string field, string message)
        : base("OUTAGE-INVALID", message, RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [field] = [message] };
}

/// <summary>The outage is over.</summary>
public sealed record OutageEnded() : Refusal("OUTAGE-ENDED", "该停水通告已结束，不能再修改；如又停水请另发通告。", RefusalKind.Conflict);
