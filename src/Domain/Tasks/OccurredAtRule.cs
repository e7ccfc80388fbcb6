using System.Text.Json;

namespace Bpm.Domain.Tasks;

/// <summary>
/// The time that field work happened, where the form asks for it. It stops clocks, so it may not lie in the future or
/// before the work could begin, and a claim that is older than <see cref="AloneLimit"/> needs a reason and counts only when a second person has confirmed it.
/// </summary>
public static class OccurredAtRule
{
    /// <summary>Name of the form field.</summary>
    public const string Field = "occurredAt";

    /// <summary>How far back one person alone may date.</summary>
    public static TimeSpan AloneLimit { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The moment claimed, or null when the form has none.</summary>
    /// <param name="values">Values that the form accepts.</param>
    /// <param name="earliest">The task's opening or its clock's start.</param>
    public static Result<DateTimeOffset?> Check(
        TaskForm form, IReadOnlyDictionary<string, JsonElement> values, DateTimeOffset earliest, DateTimeOffset now)
    {
        if (!form.Properties.TryGetValue(Field, out var field) || field.Type != FormFieldTypes.DateTime
            || !values.TryGetValue(Field, out var value) || FormValidator.Moment(value) is not { } claimed)
        {
            return (DateTimeOffset?)null;
        }

        if (claimed > now)
            return new TaskOccurredInFuture(field.Title);
        if (claimed < earliest)
            return new TaskOccurredBeforeStart(field.Title);
        return claimed;
    }
}
