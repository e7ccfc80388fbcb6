namespace Bpm.Domain;

/// <summary>
/// A business refusal: the request is understood and not allowed. Never an exception; nothing is stored.
/// </summary>
/// <param name="Code">Stable code such as <c>TASK-ALREADY-CLAIMED</c>; clients may switch on it.</param>
/// <param name="Message">Chinese text that says what to do.</param>
/// <param name="Kind">What family of refusal it is; the host maps it to a status.</param>
public abstract record Refusal(string Code, string Message, RefusalKind Kind)
{
    /// <summary>Messages by field, in Chinese; empty when the refusal concerns no single field.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();
}
