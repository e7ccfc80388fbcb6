namespace Bpm.Domain.Organisation;

/// <summary>An absence cannot be entered so.</summary>
public sealed record AbsenceInvalid : Refusal
{
    public AbsenceInvalid(string field, string message)
        : base("ABSENCE-INVALID", message, RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [field] = [message] };
}
