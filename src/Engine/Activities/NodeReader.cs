using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Activities;

/// <summary>Typed access to a node's JSON while it is compiled. A missing property has its default; a wrong one is an error with the node's path.</summary>
public sealed class NodeReader
{
    private readonly GraphBuilder _builder;
    private readonly CompileScope _scope;

    internal NodeReader(GraphBuilder builder, CompileScope scope, ActivityNode node, JsonElement json)
    {
        (_builder, _scope, Node, Json) = (builder, scope, node, json);
    }

    /// <summary>The node being compiled; its <see cref="ActivityNode.Activity"/> is not set yet.</summary>
    public ActivityNode Node { get; }

    /// <summary>The node's JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>An input. Literals are converted now, so that a wrong one is refused before it runs.</summary>
    /// <param name="name">JSON property, camelCase.</param>
    /// <param name="defaultValue">Where the property is missing or null.</param>
    public Input<T> Input<T>(string name, T defaultValue = default!)
    {
        if (!TryGet(name, out var json)) return new(name, defaultValue);
        try
        {
            var wrapped = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("expression", out var e);
            if (wrapped && json.GetProperty("expression").ValueKind != JsonValueKind.Object) return new(name, defaultValue);
            var expression = wrapped
                ? _builder.Expressions.Compile(json.GetProperty("expression"), _scope)
                : new LiteralExpression(JsonValues.Read(json));
            var recorded = IsRecorded("inputs", name);
            if (expression is not LiteralExpression literal)
                return new(name, recorded ? new RecordedExpression(expression, Node, name) : expression, defaultValue);
            // An editor that was opened and left empty stores an empty text.
            if (literal.Value is null || literal.Value is "" && typeof(T) != typeof(string) && typeof(T) != typeof(object)) return new(name, defaultValue);
            var constant = ValueConverter.To<T>(literal.Value)!;
            if (recorded) (Node.RecordedConstants ??= []).Add((name, constant));
            return new(name, constant);
        }
        catch (FormatException e)
        {
            throw Error($"输入 “{name}”：{e.Message}", IsScript(json, "expression") ? DefinitionError.Script : DefinitionError.Invalid);
        }
    }

    /// <summary>An expression that lies directly on some JSON of the node (<c>{type, value}</c>), for example a case of a switch.</summary>
    public Input<T> Expression<T>(JsonElement expression, string label, T defaultValue = default!)
    {
        try
        {
            var compiled = _builder.Expressions.Compile(expression, _scope);
            return compiled is LiteralExpression { Value: var v }
                ? new(label, v is null ? defaultValue : ValueConverter.To<T>(v)!)
                : new(label, compiled, defaultValue);
        }
        catch (FormatException e)
        {
            throw Error($"“{label}”：{e.Message}", IsScript(expression) ? DefinitionError.Script : DefinitionError.Invalid);
        }
    }

    /// <summary>An output: what it is bound to, or an output that goes nowhere.</summary>
    public Output Output(string name)
    {
        var pascal = char.ToUpperInvariant(name[0]) + name[1..];
        var recordAs = IsRecorded("outputs", name) ? name : null;
        if (!TryGet(name, out var json) || json.ValueKind != JsonValueKind.Object) return new(pascal) { RecordAs = recordAs, Owner = Node };
        if (!json.TryGetProperty("memoryReference", out var reference) || DeclarationReader.Text(reference, "id") is not { } id) return new(pascal) { RecordAs = recordAs, Owner = Node };
        if (json.TryGetProperty("converter", out var converter) && converter.ValueKind == JsonValueKind.Object)
            throw Error($"输出 “{name}” 使用了转换器，尚不支持。");
        if (_scope.Find(id, id) is { } found) return new(pascal, found.Node, found.Slot) { RecordAs = recordAs, Owner = Node };
        if (_scope.Outputs.Any(o => o.Name == id)) return new(pascal, id) { RecordAs = recordAs, Owner = Node };
        // Elsa's designer gives an unbound output a block of its own, named after the node.
        if (id.StartsWith(Node.Id + ":", StringComparison.Ordinal)) return new(pascal) { RecordAs = recordAs, Owner = Node };
        throw Error($"输出 “{name}” 绑定的变量 “{id}” 不存在。");
    }

    /// <summary>The variable that a property names (as the activity SetVariable does).</summary>
    public Output Variable(string name)
    {
        if (!TryGet(name, out var json)) throw Error($"缺少 “{name}”：请选择一个变量。");
        try
        {
            var (id, variable) = ExpressionCompiler.Reference(json);
            return _scope.Find(id, variable) is { } found
                ? new("Variable", found.Node, found.Slot)
                : throw Error($"变量 “{variable ?? id}” 没有声明。{DidYouMean.Clause(variable ?? id ?? "", _scope.Variables.Select(v => v.Name))}");
        }
        catch (FormatException e)
        {
            throw Error(e.Message);
        }
    }

    /// <summary>The script in a property, which must be a fixed text; null where it is blank.</summary>
    internal Expression? Script(string name)
    {
        var source = Fixed(name, "");
        try
        {
            return string.IsNullOrWhiteSpace(source) ? null : _builder.Expressions.CompileScript(source, _scope);
        }
        catch (FormatException e)
        {
            throw Error($"输入 “{name}”：{e.Message}", DefinitionError.Script);
        }
    }

    /// <summary>A plain text property, or null.</summary>
    public string? Text(string name) => DeclarationReader.Text(Json, name);

    /// <summary>Is the property there and not null?</summary>
    public bool TryGet(string name, out JsonElement value) =>
        Json.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    /// <summary>Refuses the input unless it is a literal or missing: for what must be known before running, such as a list of outcomes.</summary>
    public T Fixed<T>(string name, T defaultValue = default!)
    {
        var input = Input(name, defaultValue);
        return input.IsConstant ? input.Constant : throw Error($"输入 “{name}” 必须是固定值，不能用表达式。");
    }

    /// <summary>A child activity in a property, compiled; null where it is empty.</summary>
    public ActivityNode? Child(string name) =>
        TryGet(name, out var json) ? _builder.Add(json, Node, ScopeForChildren) : null;

    /// <summary>The body of a loop, compiled; null where it is empty. It and everything in it see the loop's variables of these names.</summary>
    internal ActivityNode? Body(string name, string[] variables) =>
        TryGet(name, out var json) ? _builder.Add(json, Node, ScopeForChildren, variables) : null;

    /// <summary>A child activity that lies deeper in the node's JSON, for example in a case of a switch.</summary>
    public ActivityNode Child(JsonElement json) => _builder.Add(json, Node, ScopeForChildren);

    /// <summary>Child activities in a property, compiled, in order.</summary>
    public IReadOnlyList<ActivityNode> Children(string name) => TryGet(name, out var json) && json.ValueKind == JsonValueKind.Array
        ? [.. json.EnumerateArray().Select(child => _builder.Add(child, Node, ScopeForChildren))]
        : [];

    /// <summary>An error of this node, to be thrown.</summary>
    /// <param name="code">Stable code of the sort of fault.</param>
    public InvalidDefinitionException Error(string message, string code = DefinitionError.Invalid) => new(Node.Path, Node.Id, message, code);

    /// <summary>Notes something that runs but can hardly be meant.</summary>
    public void Warn(string message) => _builder.Warnings.Add(new(Node.Path, Node.Id, message));

    /// <summary>Notes something about an activity in it that runs but can hardly be meant.</summary>
    internal void Warn(ActivityNode child, string code, string message) => _builder.Warnings.Add(new(child.Path, child.Id, message) { Code = code });

    private static bool IsScript(JsonElement json, string? within = null) => json.ValueKind == JsonValueKind.Object
        && (within is null ? DeclarationReader.Text(json, "type") == "JavaScript" : json.TryGetProperty(within, out var inner) && IsScript(inner));

    /// <summary>Does the child of this id say that it can start the workflow?</summary>
    internal bool CanStart(string childId)
    {
        foreach (var child in Json.GetProperty("activities").EnumerateArray())
            if (DeclarationReader.Text(child, "id") == childId) return GraphBuilder.CanStart(child);
        return false;
    }

    /// <summary>The same node with other names in reach of its expressions.</summary>
    internal NodeReader Within(CompileScope scope) => new(_builder, scope, Node, Json);

    /// <summary>Is the value of this input or output kept in the journal?</summary>
    private bool IsRecorded(string list, string name)
    {
        if (list == "inputs" && Node.Type.Descriptor.Inputs.Any(i => i.IsSensitive && i.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) return false;
        try
        {
            var own = new LogPersistence(Json, _builder.LogDefault);
            return own.Of(list, name, own.Default(_scope.LogMode)) == LogPersistenceMode.Include;
        }
        catch (FormatException e)
        {
            throw Error($"“{name}”：{e.Message}");
        }
    }

    internal GraphBuilder Builder => _builder;

    internal CompileScope Scope => _scope;

    [field: MaybeNull]
    internal CompileScope ScopeForChildren => field ??= Node.VariableSlots is null || Node == _scope.Node ? _scope : new CompileScope(_scope, Node);
}
