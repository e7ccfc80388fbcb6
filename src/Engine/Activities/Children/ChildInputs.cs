using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>Inputs that the activities share which start other workflows.</summary>
internal static class ChildInputs
{
    public const string Category = "流程";

    public static InputDescriptor Definition { get; } =
        new("WorkflowDefinitionId", "String", "流程", "要启动的流程（已发布的版本）") { UIHint = "workflow-definition-picker" };

    public static InputDescriptor Correlation { get; } = new("CorrelationId", "String", "关联号", "新实例的关联号；留空则没有");

    public static InputDescriptor Input { get; } =
        new("Input", "IDictionary<String, Object>", "输入", "交给新实例的输入，例如 ({ Number: getNumber() })") { UIHint = "multiline", DefaultSyntax = "JavaScript" };

    public static InputDescriptor Wait(string description, bool byDefault = false) =>
        new("WaitForCompletion", "Boolean", "等待结束", description) { UIHint = "checkbox", DefaultValue = byDefault };

    /// <summary>The definition that an input names, where it is a literal.</summary>
    public static IReadOnlyList<string> Known(Input<string> definition) =>
        definition is { IsConstant: true, Constant: { Length: > 0 } id } ? [id] : [];

    /// <summary>Elsa's channels are queues of its server; there is only one way here. StartNewTrace concerns telemetry alone and is read over.</summary>
    /// <exception cref="Definitions.InvalidDefinitionException">The node names a channel.</exception>
    public static void RefuseChannel(NodeReader reader)
    {
        if (reader.Fixed<string?>("channelName") is { Length: > 0 } channel) throw reader.Error($"不支持分发通道（channelName）“{channel}”，请留空。");
    }
}
