using System.Collections.ObjectModel;
using System.Text.Json;

namespace Bpm.Domain.Tasks;

/// <summary>Checks what a holder wants to complete a task with.</summary>
internal static class SubmissionCheck
{
    /// <summary>A submission that passed.</summary>
    internal sealed record Passed(string Outcome, TaskAnswer Answer, DateTimeOffset? OccurredAt, DateTimeOffset? Unconfirmed);

    internal static Result<Passed> Check(HumanTask task, TaskSubmission submission, IReadOnlySet<string> keys, DateTimeOffset now)
    {
        var outcome = task.Outcomes.FirstOrDefault(o => o.Name == submission.Outcome);
        if (outcome is null)
            return new TaskOutcomeUnknown(task.Outcomes);
        if (task.RecordingOnly && !(outcome.RecordedBy ?? []).Any(keys.Contains))
            return new TaskOutcomeNotRecordable(outcome.Title);
        if (RefuseText("comment", submission.Comment, outcome.ReasonRequired) is { } badComment)
            return badComment;

        var values = submission.Values ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        var errors = task.Form.Validate(outcome.Name, values);
        if (errors.Count > 0)
            return new TaskFormInvalid(errors);
        var claimed = OccurredAtRule.Check(task.Form, values, task.EarliestOccurrence, now);
        if (claimed.IsRefused)
            return claimed.Refusal;
        var alone = !(now - claimed.Value > OccurredAtRule.AloneLimit);
        if (!alone && string.IsNullOrWhiteSpace(submission.Comment))
            return new TaskOccurredTooEarly(task.Form.Properties[OccurredAtRule.Field].Title);

        var filled = values.Where(v => !FormValidator.IsMissing(v.Value)).ToDictionary(v => v.Key, v => v.Value.Clone());
        var comment = string.IsNullOrWhiteSpace(submission.Comment) ? null : submission.Comment.Trim();
        return new Passed(outcome.Name, new(filled, comment), alone ? claimed.Value : null, alone ? null : claimed.Value);
    }

    /// <summary>Checks a comment, reason or opinion.</summary>
    internal static Refusal? RefuseText(string field, string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
            return required ? new TaskReasonRequired(field) : null;
        if (text.Length > HumanTask.MaxCommentLength)
            return new TaskTextInvalid(field, $"最多 {HumanTask.MaxCommentLength} 个字符。");
        return TextRules.HasControlCharacters(text) ? new TaskTextInvalid(field, "含有不可见的控制字符，请删除后重试。") : null;
    }
}
