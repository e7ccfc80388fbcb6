using Bpm.Domain.Complaints;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// What expressions of a complaint workflow can ask of their case: codes, counts and numbers, never text of the case.
/// All of them only read.
/// </summary>
public static class CaseScripts
{
    /// <summary>Stands for every step in <c>countOutcome</c>.</summary>
    public const string AnyStep = "*";

    /// <summary>These functions as TypeScript declarations, for the designer's completion.</summary>
    public const string Declarations =
        """
        interface BpmCase {
          /** 受理编号 */ number: string; /** 单位代码 */ organisation: string;
          /** 种类：complaint 投诉、consultation 咨询、fault 故障、duty 例行工作 */ kind: string;
          /** 渠道代码 */ channel: string; /** 类别代码 */ category: string; /** 匿名 */ anonymous: boolean;
          /** 登记人的岗位代码 */ registrarRoles: string[]; /** 登记人的部门代码 */ registrarDepartment: string;
          /** 承办部门代码 */ department: string; /** 类别对应的部门代码 */ categoryDepartment: string;
          /** 案件属性，按代码取值 */ attributes: { [name: string]: string };
          /** 是否属实；未认定为 null */ founded: boolean | null;
          /** 登记时已首次答复 */ firstReplyGiven: boolean; /** 已首次答复 */ firstReplied: boolean;
          /** 未办结 */ open: boolean; /** 未决定的对外提供申请数 */ pendingDisclosures: number;
        }
        /** 本案的代码、数字和状态，没有案件内容。 */ declare function getCase(): BpmCase;
        /** 某步骤以某结果办结了几次；步骤写 "*" 表示所有步骤。 */ declare function countOutcome(step: string, outcome: string): number;
        /** 某步骤最近连续几次都是某结果。 */ declare function countInRow(step: string, outcome: string): number;
        /** 某步骤最近一次填写的表单项；只能是代码、数字、是否。 */ declare function answerOf(step: string, field: string): any;
        /** 某条款的时限是否正在走。 */ declare function isClockRunning(rule: string): boolean;
        /** 部门名称。 */ declare function departmentName(code: string): string;
        /** 某步骤最近一次办结的任务编号。 */ declare function taskOf(step: string): string;
        /** 某步骤填报的实际时间是否还要第二人确认。 */ declare function needsTimeCheck(step: string): boolean;

        """;

    /// <summary>A set of script functions with these in it.</summary>
    public static ScriptFunctions Functions() => new ScriptFunctions()
        .Add("getCase", (c, _) => View(c.Host<CaseScope>()))
        .Add("countOutcome", (c, a) => Count(c.Host<CaseScope>().Complaint, Text(a, 0), Text(a, 1)))
        .Add("countInRow", (c, a) => CountInRow(c.Host<CaseScope>().Complaint, Text(a, 0), Text(a, 1)))
        .Add("answerOf", (c, a) => Answer(c, Text(a, 0), Text(a, 1)))
        .Add("isClockRunning", (c, a) => Running(c.Host<CaseScope>(), Text(a, 0)))
        .Add("departmentName", (c, a) => c.Host<CaseScope>().Directory.Department(Text(a, 0))?.Name)
        .Add("taskOf", (c, a) => c.Host<CaseScope>().Complaint.LastCompleted(Text(a, 0))?.Id.ToString("N"))
        .Add("needsTimeCheck", (c, a) => c.Host<CaseScope>().Complaint.LastCompleted(Text(a, 0))?.UnconfirmedOccurrence is not null);

    private static Dictionary<string, object?> View(CaseScope scope)
    {
        var complaint = scope.Complaint;
        var registrar = scope.Directory.Staff(complaint.RegisteredBy);
        return new()
        {
            ["number"] = complaint.Number,
            ["organisation"] = complaint.Organisation,
            ["kind"] = complaint.Kind.Code(),
            ["channel"] = complaint.Channel,
            ["category"] = complaint.Category,
            ["anonymous"] = complaint.Details.Value.Customer.Anonymous,
            ["registrarRoles"] = registrar?.Roles.Cast<object?>().ToList() ?? [],
            ["registrarDepartment"] = registrar?.Department,
            ["department"] = complaint.Department,
            ["categoryDepartment"] = scope.Directory.Profile.Categories.GetValueOrDefault(complaint.Category)?.Department,
            ["attributes"] = complaint.Attributes.ToDictionary(a => a.Key, a => (object?)a.Value),
            ["founded"] = complaint.Founded,
            ["firstReplyGiven"] = scope.FirstReplyGiven,
            ["open"] = complaint.IsOpen,
            ["firstReplied"] = scope.FirstReplied,
            ["pendingDisclosures"] = (double)complaint.Disclosures.Count(disclosure => disclosure.Granted is null),
        };
    }

    private static double Count(Case complaint, string step, string outcome) => step == AnyStep
        ? complaint.Tasks.Count(task => task.Outcome == outcome)
        : complaint.CountOutcome(step, outcome);

    private static double CountInRow(Case complaint, string step, string outcome) => complaint.Tasks
        .Where(task => task.Step == step && task.Outcome is not null)
        .OrderByDescending(task => (task.CompletedAt, task.Ordinal))
        .TakeWhile(task => task.Outcome == outcome)
        .Count();

    private static object? Answer(ActivityContext c, string step, string field)
    {
        if (c.Host<CaseScope>().Complaint.LastCompleted(step) is not { } task)
            return null;
        return task.Form.Properties.TryGetValue(field, out var spec) && !CodeFields.IsCode(spec)
            ? throw new ActivityFaultException($"answerOf 不能读取文字项“{field}”：流程只能使用代码、数字、是否。")
            : CodeFields.Read(task, field);
    }

    private static bool Running(CaseScope scope, string rule) => scope.Running(scope.RunningRule(rule).Id).Any();

    private static string Text(object?[] arguments, int index) =>
        arguments.Length > index && arguments[index] is string text ? text : throw new ActivityFaultException("脚本函数的参数应为文字。");
}
