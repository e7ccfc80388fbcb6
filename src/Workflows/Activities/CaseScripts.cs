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
