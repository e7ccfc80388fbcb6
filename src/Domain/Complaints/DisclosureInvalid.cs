namespace Bpm.Domain.Complaints;

/// <summary>A part of a request for disclosure is blank, too long or holds control characters.</summary>
public sealed record DisclosureInvalid : Refusal
{
    public DisclosureInvalid(string field, string message)
        : base("DISCLOSURE-INVALID", message, RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { [field] = [message] };
}
