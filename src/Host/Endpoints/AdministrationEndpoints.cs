using Bpm.Application;
using Bpm.Application.Administration.Alarms;
using Bpm.Application.Administration.Calendars;
using Bpm.Application.Administration.Categories;
using Bpm.Application.Administration.Connectors;
using Bpm.Application.Administration.Departments;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Administration.Forms;
using Bpm.Application.Administration.People;
using Bpm.Application.Administration.Roles;
using Bpm.Application.Administration.Rosters;
using Bpm.Application.Administration.Rules;
using Bpm.Application.Administration.Trails;
using Bpm.Application.Reports.Files;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>What is in force for the caller's organisation, and looking after it.</summary>
public static class AdministrationEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/api/admin").WithTags("管理");
        admin.MapGet("/alarms", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListAlarms(), ct)).WithSummary("需要处理的事项").Produces<Page<AlarmView>>();
        admin.MapGet("/documents/{kind}", (string kind, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetDocumentState(kind), ct))
            .WithSummary("配置的修改历史（organisation、forms、calendar）").Produces<DocumentState>();
        MapPeople(admin);
        MapOrganisation(admin);
        MapCalendar(admin);
        MapRules(admin);
        MapForms(admin);
        MapSystems(admin);
    }

    private static void MapPeople(RouteGroupBuilder admin)
    {
        admin.MapGet("/people", (string? search, string? department, bool? left, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListPeople(search, department, left ?? false, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("人员").Produces<Page<PersonView>>();
        admin.MapGet("/people/{userName}", (string userName, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetPerson(userName), ct))
            .WithSummary("一名人员").Produces<PersonView>();
        admin.MapPost("/people", (PersonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new AddPerson(body.UserName ?? "", body.DisplayName ?? "", body.Department ?? "", body.Roles ?? [], body.Revision, body.Note), ct))
            .WithSummary("新增人员").Produces<SavedDocument>();
        admin.MapPost("/people/{userName}", (string userName, PersonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ChangePerson(userName, body.DisplayName ?? "", body.Department ?? "", body.Roles ?? [], body.IsActive ?? true, body.Revision, body.Note), ct))
            .WithSummary("修改人员，或停用（isActive=false）").Produces<SavedDocument>();
        admin.MapPost("/people/{userName}/password", (string userName, IMediator mediator, CancellationToken ct) => mediator.Ask(new ResetPassword(userName), ct))
            .WithSummary("重置密码；新密码只在这里显示一次").Produces<NewPassword>();
        admin.MapPost("/people/{userName}/unlock", (string userName, IMediator mediator, CancellationToken ct) => mediator.Ask(new UnlockAccount(userName), ct))
            .WithSummary("解除锁定");
        admin.MapPost("/people/{userName}/end-sessions", (string userName, IMediator mediator, CancellationToken ct) => mediator.Ask(new EndSessions(userName), ct))
            .WithSummary("结束全部登录");
    }

    private static void MapOrganisation(RouteGroupBuilder admin)
    {
        admin.MapGet("/departments", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListDepartments(), ct)).WithSummary("部门").Produces<Page<DepartmentView>>();
        admin.MapPost("/departments", (PutDepartment body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("新增（isNew=true）或修改部门").Produces<SavedDocument>();
        admin.MapPost("/departments/{code}/remove", (string code, RemovalBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RemoveDepartment(code, body.Revision, body.Note), ct))
            .WithSummary("删除部门").Produces<SavedDocument>();
        admin.MapGet("/roles", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListRoles(), ct)).WithSummary("岗位").Produces<Page<RoleView>>();
        admin.MapPost("/roles", (PutRole body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("新增（isNew=true）或修改岗位").Produces<SavedDocument>();
        admin.MapPost("/roles/{code}/remove", (string code, RemovalBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RemoveRole(code, body.Revision, body.Note), ct))
            .WithSummary("删除岗位").Produces<SavedDocument>();
        admin.MapGet("/rosters", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListRosters(), ct)).WithSummary("班次表与今后 14 天").Produces<Page<RosterView>>();
        admin.MapPost("/rosters", (PutRoster body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("新增（isNew=true）或修改班次表").Produces<SavedDocument>();
        admin.MapPost("/rosters/{code}/remove", (string code, RemovalBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RemoveRoster(code, body.Revision, body.Note), ct))
            .WithSummary("删除班次表").Produces<SavedDocument>();
        admin.MapGet("/categories", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListCategories(), ct)).WithSummary("类别与渠道").Produces<CategoryList>();
        admin.MapPost("/categories", (PutCategory body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("新增（isNew=true）或修改类别").Produces<SavedDocument>();
        admin.MapPost("/channels/{code}", (string code, NameBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RenameChannel(code, body.Name ?? "", body.Revision, body.Note), ct))
            .WithSummary("修改渠道名称").Produces<SavedDocument>();
    }

    private static void MapCalendar(RouteGroupBuilder admin)
    {
        admin.MapGet("/calendar/{year:int}", (int year, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetCalendarYear(year), ct))
            .WithSummary("一年的节假日与调休").Produces<CalendarView>();
        admin.MapPost("/calendar/days", (ChangeCalendarDay body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("修改一天").Produces<SavedDocument>();
        admin.MapGet("/calendar/days/preview", (DateOnly date, string? kind, DateTimeOffset? from, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new PreviewCalendarDay(date, kind ?? "", null, from), ct))
            .WithSummary("修改一天之前，看哪些时限会变").Produces<CalendarPreview>();
        admin.MapPost("/calendar/{year:int}", (int year, CalendarBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ImportCalendarYear(year, body.Content ?? "", body.Revision, body.Note), ct))
            .WithSummary("导入一年（JSON 或 CSV）").Produces<SavedDocument>();
    }

    private static void MapRules(RouteGroupBuilder admin)
    {
        admin.MapGet("/rules", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListRuleSets(), ct)).WithSummary("各套规则").Produces<Page<RuleSetSummary>>();
        admin.MapGet("/rules/current", (IMediator mediator, CancellationToken ct) => mediator.Ask(new GetRuleSet(null), ct)).WithSummary("现行规则").Produces<RuleSetView>();
        admin.MapGet("/rules/compare", (DateOnly from, DateOnly to, IMediator mediator, CancellationToken ct) => mediator.Ask(new CompareRuleSets(from, to), ct))
            .WithSummary("比较两套规则").Produces<Page<RuleDifference>>();
        admin.MapGet("/rules/{day}", (DateOnly day, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetRuleSet(day), ct)).WithSummary("一套规则").Produces<RuleSetView>();
        admin.MapPost("/rules", (CreateRuleSet body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("新建一套以后生效的规则（复制最新的一套）").Produces<SavedDocument>();
        admin.MapPost("/rules/clocks", (ChangeRule body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("修改未生效规则中的一条时限").Produces<SavedDocument>();
        admin.MapPost("/rules/texts", (ChangeText body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("修改未生效规则中的一条固定用语").Produces<SavedDocument>();
        admin.MapPost("/rules/{day}/remove", (DateOnly day, RemovalBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(new RemoveRuleSet(day, body.Note), ct))
            .WithSummary("删除未生效的规则").Produces<SavedDocument>();
    }

    private static void MapForms(RouteGroupBuilder admin)
    {
        admin.MapGet("/forms", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListForms(), ct)).WithSummary("表单").Produces<FormList>();
        admin.MapPost("/forms", (ChangeFormField body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct)).WithSummary("修改表单的一项").Produces<SavedDocument>();
    }

    private static void MapSystems(RouteGroupBuilder admin)
    {
        admin.MapGet("/connectors", (string? system, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListConnectors(system, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("外部系统与未送达的消息").Produces<ConnectorList>();
        admin.MapPost("/connectors/messages/{id:guid}/retry", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new RetryMessage(id), ct))
            .WithSummary("立即重试一条消息");
        admin.MapGet("/audit", (string? actor, string? @case, string? action, DateOnly? from, DateOnly? to, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new SearchAudit(actor, @case, action, from, to, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("查询操作记录").Produces<Page<AuditRow>>();
        admin.MapPost("/audit/export", (AuditBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ExportAudit(new(body.Actor, body.Case, body.Action, body.From, body.To, 0, 1)), page => TypedResults.File(CsvFile.Write(TrailSheet.Of(page.Items)), CsvFile.MediaType, "audit.csv"), ct))
            .WithSummary("导出操作记录（CSV），至多一万条");
    }

    /// <summary>Body of a person.</summary>
    public sealed record PersonBody(string? UserName, string? DisplayName, string? Department, IReadOnlyList<string>? Roles, bool? IsActive, long? Revision, string? Note);

    /// <summary>Body of a removal.</summary>
    public sealed record RemovalBody(long? Revision, string? Note);

    /// <summary>Body of a new name.</summary>
    public sealed record NameBody(string? Name, long? Revision, string? Note);

    /// <summary>Body of a year.</summary>
    public sealed record CalendarBody(string? Content, long? Revision, string? Note);

    /// <summary>Which entries to export.</summary>
    public sealed record AuditBody(string? Actor, string? Case, string? Action, DateOnly? From, DateOnly? To);
}
