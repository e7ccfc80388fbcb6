using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Timers;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Activities.Time;

/// <summary>As a trigger: starts an instance at every moment of a cron expression. Within a workflow: waits for its next moment.</summary>
internal sealed class Cron(Input<string> expression, ICronExpressions cron) : Activity
{
    /// <summary>The type with a reader of expressions; without one, nodes of it are refused.</summary>
    public static ActivityType TypeWith(ICronExpressions? cron) => new(
        new ActivityDescriptor("Elsa.Cron", "时间", "Cron 定时", "按 cron 表达式启动流程；在流程中间则等到下一个时刻")
        {
            Kind = ActivityKind.Trigger,
            Inputs = [new("CronExpression", "String", "Cron 表达式", "五段（分 时 日 月 周）或六段（秒 分 时 日 月 周）；周日为 0 或 7") { UIHint = "singleline" }],
        },
        reader => Compile(reader, cron ?? throw reader.Error("这里没有可用的 cron 表达式解析器，不能使用 Cron 定时。")));

    public override IReadOnlyList<Trigger> Triggers(TriggerScope scope)
    {
        var text = scope.Get(expression);
        try
        {
            return [scope.OnSchedule(new CronTimetable(text, cron.Parse(text)))];
        }
        catch (FormatException e)
        {
            throw scope.Error(e.Message, DefinitionError.Cron);
        }
    }

    public override StepTiming Timing => StepTiming.WaitsBeside;

    public override void Execute(ActivityContext c)
    {
        if (c.IsTrigger)
        {
            c.Complete();
            return;
        }
        var text = c.Get(expression);
        DateTimeOffset? next;
        try
        {
            next = cron.Parse(text).NextAfter(c.Now);
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException(e.Message, e);
        }
        c.CreateTimer(next ?? throw new ActivityFaultException($"cron 表达式 “{text}” 不会再有下一个时刻。"));
    }

    private static Cron Compile(NodeReader reader, ICronExpressions cron)
    {
        var expression = reader.Input("cronExpression", "");
        try
        {
            if (expression.IsConstant) cron.Parse(expression.Constant);
        }
        catch (FormatException e)
        {
            throw reader.Error(e.Message, DefinitionError.Cron);
        }
        return new(expression, cron);
    }
}
