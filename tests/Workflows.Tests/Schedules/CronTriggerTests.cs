using System.Text;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Tests.Schedules;

/// <summary>The registry that definitions are published with reads cron expressions in the organisation's time.</summary>
public sealed class CronTriggerTests
{
    [Fact]
    public void Trigger_OfACronActivity_ComesAtThatTimeInShanghai()
    {
        var trigger = Compile("0 30 8 * * 1").Triggers.Single();
        var wednesday = new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.FromHours(8));
        trigger.Timetable!.Text.ShouldBe("0 30 8 * * 1");
        trigger.Timetable.NextAfter(wednesday, wednesday).ShouldBe(new DateTimeOffset(2026, 10, 5, 8, 30, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Compile_BadExpression_IsOneErrorThatNamesIt()
    {
        var error = Should.Throw<InvalidDefinitionException>(() => Compile("BadCronExpression")).Errors.Single();
        error.Path.ShouldBe("Workflow1:f:c");
        error.Message.ShouldBe("cron 表达式 “BadCronExpression” 无效：应有五段（分 时 日 月 周）或六段（秒 分 时 日 月 周）。");
    }

    private static WorkflowGraph Compile(string expression)
    {
        var json = """{"definitionId":"d","root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"c","type":"Elsa.Cron","cronExpression":"EXPRESSION","canStartWorkflow":true}],"connections":[]}}"""
            .Replace("EXPRESSION", expression, StringComparison.Ordinal);
        return new GraphCompiler(ComplaintActivities.Registry()).Compile(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json)), new DefinitionFolder());
    }
}
