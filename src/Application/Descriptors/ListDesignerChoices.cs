using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Descriptors;

/// <summary>The entries of one list: only what the engine runs.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListDesignerChoices(DesignerList List) : IQuery<IReadOnlyList<DesignerChoice>>;

public sealed class ListDesignerChoicesHandler : IRequestHandler<ListDesignerChoices, Result<IReadOnlyList<DesignerChoice>>>
{
    private static readonly DesignerChoice[] _expressions =
    [
        new("Literal", "固定值", "原样使用的值"),
        new("Object", "对象", "JSON"),
        new("Json", "JSON", "JSON 的对象或列表"),
        new("JavaScript", "JavaScript", "脚本"),
        new("Variable", "变量", "流程变量的值"),
        new("Input", "输入", "流程输入的值"),
    ];

    // The designer shows the first one where a definition says nothing: each list begins with what that means.
    private static readonly DesignerChoice[] _activations =
    [
        Activation("AllowAlwaysStrategy", "不限", "可以同时运行任意多个实例"),
        Activation("SingletonStrategy", "只运行一个", "同一流程同时只有一个运行中的实例"),
        Activation("CorrelationStrategy", "每个关联号一个", "同一关联号在所有流程中只有一个运行中的实例"),
        Activation("CorrelatedSingletonStrategy", "每个关联号在本流程中一个", "同一关联号在本流程中只有一个运行中的实例"),
    ];

    private static readonly DesignerChoice[] _incidents =
    [
        new("FaultStrategy", "停止", "一步出错，整个实例停下等人处理"),
        new("ContinueWithIncidentsStrategy", "继续", "一步出错，其他分支照常进行"),
    ];

    private static readonly DesignerChoice[] _logs =
    [
        Log("Inherit", "沿用上级", "按流程的设置；流程也没有设置则不保留"),
        Log("Include", "保留", "把值记入运行日志（加密保存）"),
        Log("Exclude", "不保留", "运行日志中没有这个值"),
    ];

    private static readonly DesignerChoice[] _commits = [new("WorkflowExecuted", "每次推进后", "每次推进整体保存一次，总是如此")];

    private static readonly DesignerChoice[] _types =
    [
        new("Object", "任意值", "", "基本"), new("String", "文本", "", "基本"), new("Boolean", "是否", "", "基本"),
        new("Int32", "整数", "", "数字"), new("Int64", "大整数", "", "数字"), new("Double", "小数", "", "数字"), new("Decimal", "精确小数", "", "数字"),
        new("DateTimeOffset", "时刻", "带时区，例如 2026-10-01T08:30:00+08:00", "时间"), new("TimeSpan", "时间长度", "例如 01:30:00", "时间"),
        new("ObjectDictionary", "对象", "按名称取值", "结构"),
    ];

    private static readonly DesignerChoice[] _drivers =
    [
        new("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", "随实例保存", "实例等待期间也保留"),
        new("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", "不保存", "只在一次推进之内有效，等待之后回到初始值"),
        new("Elsa.Workflows.WorkflowStorageDriver, Elsa.Workflows.Core", "随实例保存（旧名）", "与“随实例保存”相同", IsOffered: false),
    ];

    private static readonly DesignerChoice[] _features = [new("Elsa.RealTimeWorkflowUpdates", "实时更新", "流程实例有变化时，正在查看的页面随即更新")];

    public Task<Result<IReadOnlyList<DesignerChoice>>> Handle(ListDesignerChoices request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<DesignerChoice>>>(Of(request.List));

    private static DesignerChoice[] Of(DesignerList list) => list switch
    {
        DesignerList.Expressions => _expressions,
        DesignerList.ActivationStrategies => _activations,
        DesignerList.IncidentStrategies => _incidents,
        DesignerList.LogPersistenceStrategies => _logs,
        DesignerList.WorkflowCommitStrategies => _commits,
        DesignerList.VariableTypes => _types,
        DesignerList.StorageDrivers => _drivers,
        DesignerList.Features => _features,
        DesignerList.ActivityCommitStrategies or DesignerList.OutputConverters or DesignerList.ResilienceStrategies => [],
    };

    private static DesignerChoice Activation(string type, string name, string description) =>
        new($"Elsa.Workflows.Runtime.ActivationValidators.{type}, Elsa.Workflows.Runtime", name, description);

    private static DesignerChoice Log(string type, string name, string description) =>
        new($"Elsa.Workflows.LogPersistence.Strategies.{type}, Elsa.Workflows.Core", name, description);
}
