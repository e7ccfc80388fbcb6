namespace Bpm.Quarter.Oracle.Log;

/// <summary>What somebody did with a task.</summary>
/// <param name="At">When it was committed.</param>
/// <param name="Task">Which task: the same text for all deeds of one task.</param>
/// <param name="TaskOpenedAt">Since when the task was there; tells two tasks of one step apart.</param>
/// <param name="Department">Department that the task was offered to, where that tells tasks of one step apart; else null.</param>
/// <param name="Outcome">Null for a claim.</param>
/// <param name="Form">Codes and moments of the form, no texts.</param>
public sealed record Deed(
    DateTimeOffset At, string Task, DateTimeOffset TaskOpenedAt, string Step, string? Department, string? Outcome, string By,
    IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The moment that the form gives for work in the field, or null.</summary>
    public DateTimeOffset? OccurredAt =>
        Form.TryGetValue("occurredAt", out var text) ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A code of the form, or null.</summary>
    public string? Code(string field) => Form.GetValueOrDefault(field);

    /// <summary>The codes of a field that takes several.</summary>
    public IReadOnlyList<string> Codes(string field) => Code(field)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public override string ToString() =>
        $"{At.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm:ss} {Step}{(Department is null ? "" : $"@{Department}")} {Outcome ?? "(claimed)"} by {By}"
        + string.Concat(Form.Select(field => $" {field.Key}={field.Value}"));
}
