using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <content>What is told about a task: reminders and copies.</content>
public sealed partial class Case
{
    /// <summary>Most people to whom a task is copied at once.</summary>
    public const int MostCopies = 50;

    /// <summary>催办: reminds those whose turn it is, once each, and keeps why.</summary>
    /// <param name="recipients">User names, and when a notice of now may reach them.</param>
    public Result<Done> Remind(
        HumanTask task, string by, string? reason, IEnumerable<(string User, DateTimeOffset DeliverAt)> recipients, DateTimeOffset now, TimeZoneInfo zone)
    {
        var reminded = task.Remind(by, reason, now, zone);
        if (reminded.IsRefused)
            return reminded;
        var note = Note(NoteKinds.Reminder, task.Step, reason, by, now);
        if (note.IsRefused)
            return note.Refusal;
        foreach (var (user, deliverAt) in recipients.DistinctBy(to => to.User))
            RaiseNotice(new(user, NoticeKind.Reminder, $"案件 {Number} 的任务“{task.Title}”有人催办，请尽快办理。", now, deliverAt, TaskId: task.Id));
        return new Done();
    }

    /// <summary>抄送: lets people know of a task; who has a copy of it already gets no other.</summary>
    /// <param name="to">The people; null for one whom the organisation does not know.</param>
    /// <param name="deliverAt">When a notice of now may reach them.</param>
    /// <param name="directory">The organisation's people: of a confidential case only those hear who may read it.</param>
    public Result<Done> CopyTask(
        HumanTask task, IReadOnlyList<StaffMember?> to, DateTimeOffset now, DateTimeOffset deliverAt, OrganisationDirectory directory)
    {
        if (to.Count is 0 or > MostCopies)
            return new TaskCopyCount(MostCopies);
        foreach (var person in to)
        {
            if (person is null || person.Organisation != Organisation)
                return new TaskRecipientUnknown();
            if (Accused.Contains(person.UserName) || task.Excluded.Contains(person.UserName))
                return new TaskPersonExcluded("to");
            if (IsConfidential && CaseAccess.Of(this, person, directory) != AccessLevel.Full)
                return new TaskCopyNotReadable(person.DisplayName);
        }

        foreach (var person in to.DistinctBy(person => person!.UserName))
        {
            if (!_notices.Exists(known => known.Kind == NoticeKind.Copy && known.TaskId == task.Id && known.Recipient == person!.UserName))
                RaiseNotice(new(person!.UserName, NoticeKind.Copy, $"案件 {Number} 的任务“{task.Title}”已抄送给您。", now, deliverAt, TaskId: task.Id));
        }

        return new Done();
    }

    /// <summary>True when the case, not being confidential, was copied to a person.</summary>
    internal bool WasCopiedTo(string userName) =>
        Level == Confidentiality.Open && _notices.Exists(notice => notice.Kind == NoticeKind.Copy && notice.Recipient == userName);
}
