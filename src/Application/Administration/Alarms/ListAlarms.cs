using Bpm.Application.Access;
using Bpm.Application.Administration.Connectors;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Instances.Incidents;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Alarms;

/// <summary>What administrators of the caller's organisation should see to now.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record ListAlarms : IQuery<Page<AlarmView>>;

public sealed class ListAlarmsHandler(
    INeedQueries needs, IOutboxQueries outbox, IIncidentQueries incidents, IAccountStore accounts, OrganisationRegistry organisations, Caller caller, BusinessClock clock)
    : IRequestHandler<ListAlarms, Result<Page<AlarmView>>>
{
    // The State Council's notice for the next year usually comes in the first days of November.
    private const int MonthOfNotice = 11;

    public async Task<Result<Page<AlarmView>>> Handle(ListAlarms request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var alarms = new List<AlarmView>();
        alarms.AddRange(await CalendarAsync(home, cancellationToken));
        alarms.AddRange(await RostersAsync(home, cancellationToken));
        foreach (var department in home.Directory.Departments.Where(department => department.HandlesCases && department.Head is null))
            alarms.Add(new("DEPARTMENT-WITHOUT-HEAD", $"部门“{department.Name}”承办案件但没有负责人，派给它的任务和提醒没有人收到；请指定负责人。", "/admin/departments"));
        var failed = (await outbox.CountAsync(home.Code, cancellationToken)).Sum(count => count.Failed);
        if (failed > 0)
            alarms.Add(new("OUTBOX-FAILED", $"有 {failed} 条发往外部系统的消息多次失败；请查看原因后重试。", "/admin/connectors"));
        var broken = (await incidents.CountAsync(home.Code, cancellationToken)).Sum(count => count.Count);
        if (broken > 0)
            alarms.Add(new("INCIDENTS-OPEN", $"有 {broken} 项流程异常未处理；请重试或跳过。", "/studio/incidents"));
        return new Page<AlarmView>(alarms, alarms.Count);
    }

    private async Task<IReadOnlyList<AlarmView>> CalendarAsync(Installed home, CancellationToken cancellationToken)
    {
        var alarms = new List<AlarmView>();
        var today = home.Calendar.DayOf(clock.GetUtcNow());
        foreach (var year in (int[])[today.Year, .. today.Month >= MonthOfNotice ? [today.Year + 1] : Array.Empty<int>()])
        {
            if (!home.Calendar.HasYear(year))
                alarms.Add(new("CALENDAR-YEAR-MISSING", $"{year} 年的节假日和调休安排还没有导入，工作日时限只能估算；请按国务院办公厅的通知导入。", $"/admin/calendar/{year}"));
        }

        var estimated = await needs.EstimatedCasesAsync(home.Code, cancellationToken);
        if (estimated > 0)
        {
            var year = Enumerable.Range(today.Year, 10).First(candidate => !home.Calendar.HasYear(candidate));
            alarms.Add(new("CLOCKS-ESTIMATED", $"有 {estimated} 件未办结案件的到期时间是估算的；导入 {year} 年日历后会自动重新计算。", $"/admin/calendar/{year}"));
        }

        return alarms;
    }

    private async Task<IReadOnlyList<AlarmView>> RostersAsync(Installed home, CancellationToken cancellationToken)
    {
        var known = (await accounts.OfAsync(home.Code, cancellationToken)).Select(account => account.UserName).ToHashSet();
        return
        [
            .. from roster in home.Directory.Rosters
               from person in roster.People
               where !known.Contains(person)
               select new AlarmView("ROSTER-WITHOUT-ACCOUNT", $"“{home.Directory.DisplayName(person)}”排在“{roster.Name}”中但还没有登录密码，当班时无法办理；请设置密码。", $"/admin/people/{person}"),
        ];
    }
}
