using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <summary>
/// The one place that decides what somebody sees of a case. Page, API, search, export, viewer, notification and log
/// all ask here. Which roles read which level is data of the organisation.
/// </summary>
public static class CaseAccess
{
    /// <summary>What a member of staff sees of a case now.</summary>
    /// <param name="directory">The directory of the case's organisation.</param>
    /// <param name="standIns">Absent people in whose stead the person may take tasks now; null for none.</param>
    public static AccessLevel Of(Case subject, StaffMember who, OrganisationDirectory directory, IReadOnlyList<StandIn>? standIns = null)
    {
        if (who.Organisation != subject.Organisation)
            return AccessLevel.None;
        if (subject.Accused.Contains(who.UserName))
            return AccessLevel.Summary;

        var rule = directory.Profile.Access[subject.Level];
        var keys = directory.KeysOf(who.UserName);
        if (rule.Readers.Any(keys.Contains)
            || (rule.Registrar && subject.RegisteredBy == who.UserName)
            || subject.WasCopiedTo(who.UserName)
            || (rule.Departments && subject.Departments.Any(code => keys.Contains(Keys.Department(code)) || keys.Contains(Keys.Leader(code)))))
        {
            return AccessLevel.Full;
        }

        var level = AccessLevel.Summary;
        foreach (var task in subject.Tasks)
        {
            if (!Participates(task, who, keys, rule.Participants, standIns))
                continue;
            if (task.CaseAccess == TaskAccess.Full)
                return AccessLevel.Full;
            level = AccessLevel.Opinion;
        }

        return level;
    }

    private static bool Participates(HumanTask task, StaffMember who, IReadOnlySet<string> keys, Participation participation, IReadOnlyList<StandIn>? standIns)
    {
        if (task.IsActive && (task.Assignee == who.UserName || task.Owner == who.UserName || task.CanClaim(who, keys, standIns)))
            return true;
        return participation == Participation.AllTasks
            && (task.CompletedBy == who.UserName || task.Assignee == who.UserName || task.Owner == who.UserName || task.IsCandidate(who, keys));
    }
}
