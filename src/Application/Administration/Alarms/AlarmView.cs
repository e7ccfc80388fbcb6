namespace Bpm.Application.Administration.Alarms;

/// <summary>Something that an administrator should see to.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">Chinese: what is the matter and what to do.</param>
/// <param name="Address">Page where it is done.</param>
public sealed record AlarmView(string Code, string Text, string Address);
