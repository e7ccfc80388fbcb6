using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Cases;
using Bpm.Workflows.Http;

namespace Bpm.Workflows.Checks;

/// <summary>
/// A step that waits for a time leads on when the time has come (decision 016): a wait for a clock by <c>Breached</c>, a timer by <c>Done</c>,
/// a request to another system by <c>Timeout</c>. That a task's clock runs is <see cref="StartedClockCheck"/>'s business; what happens when it
/// is due stands in the article's ladder.
/// </summary>
internal sealed class TimeoutCheck : ICheck
{
    private static readonly string[] _timers = ["Elsa.Delay", "Elsa.Timer", "Elsa.Cron", "Elsa.StartAt"];

    public IEnumerable<Finding> Run(Checked definition) => definition.Drawings.SelectMany(drawing => Run(definition, drawing));

    /// <summary>The port by which an activity goes on when its time has come; null where it waits for none.</summary>
    public static string? PortOf(ActivityNode node) => node.Activity switch
    {
        WaitForClockActivity wait => wait.Ports.Contains(ClockEvents.Breached) ? ClockEvents.Breached : null,
        FlowSendHttpRequest => "Timeout",
        _ => _timers.Contains(node.Type.Name) ? "Done" : null,
    };

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            var node = drawing.Nodes[i];
            if (!drawing.Reachable[i])
                continue;
            if (node.Activity is WaitForClockActivity wait && !wait.Ports.Contains(ClockEvents.Breached) && !wait.Ports.Contains(ClockEvents.Warned))
                yield return definition.At(node, "TIMEOUT-NO-PATH", "只等时限停止，不等预警和超期：超期以后没人知道；请选上“超期”并连到下一步。", Severity.Warning);
            if (PortOf(node) is { } port && drawing.Targets(i, port).Length == 0)
                yield return definition.At(node, "TIMEOUT-NO-PATH", $"时间到了以后没有去处：出口“{port}”没有连到任何步骤；请连到超时后要做的步骤。", definition.IsForCases ? Severity.Error : Severity.Warning);
        }
    }
}
