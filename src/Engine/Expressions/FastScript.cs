using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Jint.Parser.Ast;

namespace Bpm.Engine.Expressions;

/// <summary>
/// A script of literals, variables, inputs, functions of the program, comparisons, arithmetic and logic, computed without an engine.
/// Where the values are such that JavaScript's finer rules count (a text compared to a number), the engine computes it after all.
/// </summary>
internal sealed class FastScript : Expression
{
    private readonly FastNode _root;
    private readonly ScriptExpression _whole;

    private FastScript(FastNode root, ScriptExpression whole) => (_root, _whole) = (root, whole);

    /// <summary>Null where the script is more than that.</summary>
    public static Expression? TryCompile(Script script, CompileScope scope, ScriptHost host)
    {
        if (script.Body is null) return null;
        var root = new Compiler(ScriptAccessors.Of(scope), scope, host.Functions).Compile(script.Body);
        return root is null ? null : new FastScript(root, new ScriptExpression(host, script));
    }

    public override object? Evaluate(ActivityContext c)
    {
        var value = _root.Get(c);
        return value.Kind == FastKind.Unknown ? _whole.Evaluate(c) : value.ToObject();
    }

    private sealed class Compiler(Dictionary<string, ScriptAccessors.Accessor> accessors, CompileScope scope, ScriptFunctions functions)
    {
        public FastNode? Compile(object? node)
        {
            switch (node)
            {
                case RegExpLiteral:
                    return null;
                case Literal { Value: null or bool or double or string } literal:
                    return new FastNode.Constant(FastValue.Of(literal.Value));
                case UnaryExpression { Operator: UnaryOperator.LogicalNot or UnaryOperator.Minus or UnaryOperator.Plus } unary and not UpdateExpression:
                    return Compile(unary.Argument) is { } operand ? new FastNode.Unary(unary.Operator, operand) : null;
                case BinaryExpression binary when IsPlain(binary.Operator):
                    return Compile(binary.Left) is { } left && Compile(binary.Right) is { } right ? new FastNode.Binary(binary.Operator, left, right) : null;
                case LogicalExpression logical:
                    return Compile(logical.Left) is { } first && Compile(logical.Right) is { } second
                        ? new FastNode.Logical(first, second, logical.Operator == LogicalOperator.LogicalAnd)
                        : null;
                case ConditionalExpression choice:
                    return Compile(choice.Test) is { } test && Compile(choice.Consequent) is { } then && Compile(choice.Alternate) is { } otherwise
                        ? new FastNode.Conditional(test, then, otherwise)
                        : null;
                case ArrayExpression array:
                    return All(array.Elements) is { } items ? new FastNode.List(items) : null;
                case ObjectExpression map:
                    return Map(map);
                case MemberExpression member:
                    return Member(member);
                case CallExpression { Callee: Identifier callee } call:
                    return Call(callee.Name, [.. call.Arguments]);
                default:
                    return null;
            }
        }

        private static bool IsPlain(BinaryOperator o) => o is BinaryOperator.Plus or BinaryOperator.Minus or BinaryOperator.Times
            or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Greater
            or BinaryOperator.GreaterOrEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.StrictlyEqual
            or BinaryOperator.StricltyNotEqual;

        private FastNode[]? All(IEnumerable<object?> nodes)
        {
            var compiled = nodes.Select(n => n is null ? null : Compile(n)).ToArray();
            return Array.Exists(compiled, n => n is null) ? null : Array.ConvertAll(compiled, n => n!);
        }

        private FastNode.Map? Map(ObjectExpression map)
        {
            var properties = new List<(string, FastNode)>();
            foreach (var property in map.Properties)
            {
                var name = property.Key switch { Identifier id => id.Name, Literal { Value: string s } => s, _ => null };
                if (name is null or "__proto__" || property.Kind != PropertyKind.Data || Compile(property.Value) is not { } value) return null;
                properties.Add((name, value));
            }
            return new([.. properties]);
        }

        private FastNode? Member(MemberExpression member)
        {
            var name = member switch
            {
                { Computed: false, Property: Identifier id } => id.Name,
                { Computed: true, Property: Literal { Value: string s } } => s,
                _ => null,
            };
            if (name is null) return null;
            if (member.Object is Identifier { Name: "variables" } && scope.Find(null, name) is { } found) return new FastNode.Variable(found.Node, found.Slot);
            return Compile(member.Object) is { } owner ? new FastNode.Member(owner, name) : null;
        }

        private FastNode? Call(string name, Jint.Parser.Ast.Expression[] arguments)
        {
            if (arguments is [Literal { Value: string target }] && Global(name, target) is { } global) return global;
            // A list goes into the engine as JavaScript values; as it is, its moments would be written with their own offsets.
            if (name != "toJson" && WorkflowFunctions.Reading.TryGetValue(name, out var own))
                return All(arguments) is { } ownValues ? new FastNode.Call(own, ownValues) : null;
            if (ScriptGlobals.Names.Contains(name)) return null;
            if (functions.All.TryGetValue(name, out var function))
                return All(arguments) is { } values ? new FastNode.Call(function, values) : null;
            if (arguments.Length != 0 || !accessors.TryGetValue(name, out var accessor)) return null;
            return accessor.Kind switch
            {
                ScriptAccessors.Kind.GetVariable => Global("getVariable", accessor.Target),
                ScriptAccessors.Kind.GetInput => new FastNode.Input(accessor.Target),
                _ => null,
            };
        }

        private FastNode? Global(string name, string target) => name switch
        {
            "getVariable" => scope.Find(null, target) is { } found ? new FastNode.Variable(found.Node, found.Slot) : new FastNode.NamedVariable(target),
            "getInput" => new FastNode.Input(target),
            _ => null,
        };
    }
}
