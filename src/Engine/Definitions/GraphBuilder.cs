using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Activities.Children;
using Bpm.Engine.Activities.Containers;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Expressions;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Definitions;

/// <summary>The work of one compilation: nodes found so far, errors found so far, child workflows being opened.</summary>
internal sealed class GraphBuilder(ActivityRegistry registry, ExpressionCompiler expressions, IDefinitionSource source)
{
    private const int MaxNodes = 20_000;
    private const int MaxDepth = 80;
    private const int MaxId = 200;

    // Nobody reads more; and each costs a search for the name that was meant.
    private const int MaxErrors = 100;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly Stack<WorkflowDefinition> _opening = new();
    private int _depth;

    public ExpressionCompiler Expressions => expressions;

    /// <summary>The application's own mode.</summary>
    public LogPersistenceMode LogDefault { get; init; } = LogPersistenceMode.Exclude;

    public List<ActivityNode> Nodes { get; } = [];
    public List<DefinitionError> Errors { get; } = [];
    public List<DefinitionError> Warnings { get; } = [];
    public Dictionary<string, string> Children { get; } = [];
    public GraphNotes Notes { get; } = new();

    /// <summary>Rules of all flowcharts of the graph, those of child workflows too: they run inside the outermost workflow.</summary>
    public FlowchartMode FlowchartMode { get; init; }

    /// <summary>Adds the workflow itself and everything in it.</summary>
    public void AddWorkflow(WorkflowDefinition definition)
    {
        var node = NewNode("Workflow1", "Workflow1", definition.Name, WorkflowActivity.Type, null);
        node.IsWorkflow = true;
        OpenWorkflow(definition, node, body => new WorkflowActivity(body));
    }

    /// <summary>Compiles a definition's root below a node that stands for the workflow.</summary>
    public void OpenWorkflow(WorkflowDefinition definition, ActivityNode node, Func<ActivityNode, Activity> make)
    {
        if (_opening.Any(around => around.DefinitionId == definition.DefinitionId))
            throw new InvalidDefinitionException(node.Path, node.Id, $"流程 “{definition.Name}” 直接或间接地包含自己：{Cycle(definition)}。");
        _opening.Push(definition);
        var json = definition.Json;
        Declare(node, DeclarationReader.Variables(json, node.Path), always: true);
        var scope = new CompileScope(null, node)
        {
            Inputs = DeclarationReader.Arguments(json, "inputs"),
            Outputs = DeclarationReader.Arguments(json, "outputs"),
            Notes = Notes,
            LogMode = LogMode(json, node),
        };
        try
        {
            node.Activity = make(Add(json.GetProperty("root"), node, scope));
            node.Activity.Node = node;
        }
        finally
        {
            _opening.Pop();
        }
    }

    private string Cycle(WorkflowDefinition definition) => string.Join(" → ", _opening.Reverse()
        .SkipWhile(around => around.DefinitionId != definition.DefinitionId).Append(definition).Select(around => $"“{around.Name}”"));

    /// <summary>Compiles an activity and everything in it. Errors are collected; the node stays without an activity then.</summary>
    /// <param name="loopVariables">Variables that the loop around it gives to its body.</param>
    public ActivityNode Add(JsonElement json, ActivityNode parent, CompileScope scope, string[]? loopVariables = null)
    {
        if (json.ValueKind != JsonValueKind.Object || DeclarationReader.Text(json, "type") is not { } typeName)
            throw new InvalidDefinitionException(parent.Path, parent.Id, "其中有一个活动没有 type。");
        var id = DeclarationReader.Text(json, "id") ?? throw new InvalidDefinitionException(parent.Path, parent.Id, $"其中一个 {typeName} 没有 id。");
        if (id.Length > MaxId) throw new InvalidDefinitionException(parent.Path, null, $"其中一个 {typeName} 的 id 超过 {MaxId} 个字符。");
        var path = $"{parent.Path}:{id}";
        if (!_paths.Add(path)) throw new InvalidDefinitionException(path, id, $"活动 id “{id}” 重复。");
        if (_depth == MaxDepth) throw new InvalidDefinitionException(path, id, $"活动嵌套超过 {MaxDepth} 层，请拆成单独的流程。");
        if (Nodes.Count == MaxNodes) throw new InvalidDefinitionException(path, id, $"活动超过 {MaxNodes} 个，请拆成单独的流程。");

        var type = registry.Find(typeName) ?? ChildWorkflowActivity.TypeOf(typeName);
        var node = NewNode(id, path, DeclarationReader.Text(json, "name"), type, parent, CanStart(json));
        if (json.TryGetProperty("metadata", out var metadata)) node.DisplayText = DeclarationReader.Text(metadata, "displayText");
        if (Errors.Count >= MaxErrors) return node;
        var errors = Errors.Count;
        var around = Notes.Node;
        _depth++;
        Notes.Node = node;
        try
        {
            CheckFlags(json, node);
            if (type.Descriptor.IsContainer) Declare(node, DeclarationReader.Variables(json, path), always: false);
            if (loopVariables is not null) scope = DeclareLoop(node, scope, loopVariables, isChild: registry.Find(typeName) is null);
            node.Activity = type.Compile(new NodeReader(this, scope, node, json));
            node.Activity.Node = node;
        }
        catch (InvalidDefinitionException e)
        {
            Errors.AddRange(e.Errors);
        }
        Notes.Node = around;
        _depth--;
        if (node.Activity is null && Errors.Count == errors) throw new InvalidOperationException($"{type.Name} made no activity.");
        return node;
    }

    /// <summary>The child workflow that a node names, by version id, definition id or type name.</summary>
    public WorkflowDefinition? FindChild(string? versionId, string? definitionId, string typeName) =>
        FindChild(source, versionId, definitionId, typeName);

    public static WorkflowDefinition? FindChild(IDefinitionSource source, string? versionId, string? definitionId, string typeName) =>
        (versionId is null ? null : source.FindVersion(versionId))
        ?? (definitionId is null ? null : source.FindPublished(definitionId))
        ?? (versionId is null && definitionId is null ? source.FindPublishedByName(typeName) ?? source.FindPublished(typeName) : null);

    public string UnknownType(string typeName) => registry.Unknown(typeName);

    private LogPersistenceMode LogMode(JsonElement json, ActivityNode node)
    {
        try
        {
            return new LogPersistence(json, LogDefault).Default(LogDefault);
        }
        catch (FormatException e)
        {
            Errors.Add(new(node.Path, node.Id, e.Message));
            return LogDefault;
        }
    }

    private static void CheckFlags(JsonElement json, ActivityNode node)
    {
        if (!json.TryGetProperty("customProperties", out var custom)) return;
        if (DeclarationReader.Flag(custom, "runAsynchronously") || DeclarationReader.Flag(json, "runAsynchronously"))
            throw new InvalidDefinitionException(node.Path, node.Id, $"活动 “{node.Name}” 设为异步运行（runAsynchronously），尚不支持。");
        if (custom.ValueKind == JsonValueKind.Object && custom.TryGetProperty("resilienceStrategy", out var strategy) && strategy.ValueKind == JsonValueKind.Object
            && (DeclarationReader.Text(strategy, "strategyId") is not null || strategy.TryGetProperty("expression", out var e) && e.ValueKind == JsonValueKind.Object))
            throw new InvalidDefinitionException(node.Path, node.Id, $"活动 “{node.Name}” 选择了重试策略（resilienceStrategy），不支持。请清空；对外调用本来就会由发件箱重试。");
    }

    /// <summary>Does an activity's JSON say that it can start the workflow?</summary>
    public static bool CanStart(JsonElement json) => DeclarationReader.Flag(json, "canStartWorkflow")
        || json.TryGetProperty("customProperties", out var custom) && DeclarationReader.Flag(custom, "canStartWorkflow");

    private ActivityNode NewNode(string id, string path, string? name, ActivityType type, ActivityNode? parent, bool canStart = false)
    {
        var node = new ActivityNode(Nodes.Count, id, path, name, type, parent) { CanStartWorkflow = canStart };
        Nodes.Add(node);
        return node;
    }

    private static CompileScope DeclareLoop(ActivityNode node, CompileScope scope, string[] names, bool isChild)
    {
        var holder = isChild ? node.CallSite = new ActivityNode(node.Index, node.Id, node.Path, node.Name, node.Type, node.Parent) : node;
        // Ids of their own, so that a reference by id never takes one for a variable that somebody declared.
        var own = names.Where(name => !Array.Exists(holder.Variables, v => v.Name == name))
            .Select(name => new Variable($"{node.Path}#{name}", name, "Object", false, null));
        Declare(holder, [.. holder.Variables, .. own], always: true);
        holder.LoopSlots = Array.ConvertAll(names, name => Array.FindIndex(holder.Variables, v => v.Name == name && v.Id == $"{node.Path}#{name}"));
        return new CompileScope(scope, holder);
    }

    private static void Declare(ActivityNode node, Variable[] variables, bool always)
    {
        if (variables.Length == 0 && !always) return;
        node.Variables = variables;
        node.VariableSlots = new(StringComparer.Ordinal);
        for (var i = 0; i < variables.Length; i++) node.VariableSlots[variables[i].Name] = i;
    }
}
