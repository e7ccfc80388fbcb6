using Bpm.Engine.Migration;

namespace Bpm.Application.Instances.Migration;

/// <summary>
/// Why a case cannot be moved, told to somebody who must not know how far it is: which kinds of problem there are, and of steps only what
/// holds for every case of the version.
/// </summary>
internal static class MaskedProblems
{
    /// <summary>The problems without what they tell of the case.</summary>
    public static IReadOnlyList<MigrationProblemView> Of(IEnumerable<MigrationProblem> problems, NodeMap map) =>
        [.. problems.Select(problem => problem.Kind).Distinct().SelectMany(kind => Of(kind, map))];

    private static IEnumerable<MigrationProblemView> Of(MigrationProblemKind kind, NodeMap map)
    {
        if (kind is not (MigrationProblemKind.StepUnmapped or MigrationProblemKind.StepTypeDiffers))
            return [new(kind.ToString(), null, null, Text(kind))];
        // All that have no counterpart, not the one where the case stands.
        return map.Unmapped.Where(node => node.Parent is null || map.Of(node.Parent) is not null).Select(node => new MigrationProblemView(
            nameof(MigrationProblemKind.StepUnmapped), node.Path, null, $"步骤 “{node.Label}”（{node.Path}）在目标版本中没有对应的步骤，请在步骤对应表中选择。"));
    }

    private static string Text(MigrationProblemKind kind) => kind switch
    {
        MigrationProblemKind.InstanceEnded => "流程实例已经结束，不能迁移。",
        MigrationProblemKind.MapInvalid => "步骤对应表有错误，请改正。",
        MigrationProblemKind.ContainerDiffers => "正在执行的步骤在目标版本中移到了别的容器里。",
        MigrationProblemKind.StepDiffers => "正在等待的步骤在目标版本中含义不同（步骤代码、条款等）。",
        MigrationProblemKind.OutcomeMissing => "正在等待的步骤的某个结果在目标版本中没有出口。",
        MigrationProblemKind.VariableDiffers => "某个流程变量的值不符合目标版本中的类型。",
        MigrationProblemKind.StepWouldRunAgain => "已经执行的步骤在目标版本中会再执行一次。",
        MigrationProblemKind.StepWouldBeSkipped => "还没有执行的步骤在目标版本中排在当前步骤之前，不会再执行。",
        MigrationProblemKind.JoinPending => "已经到达汇合的分支在目标版本中没有对应的连线。",
        MigrationProblemKind.NewStepUndecided => "新步骤有几个出口，不能断定它会走哪一个，而后面的汇合要看它。",
        MigrationProblemKind.FlowchartModeDiffers => "流程图在两个版本中的执行方式不同。",
        _ => "该件不能迁移到所选的版本。",
    };
}
