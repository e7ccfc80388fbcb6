using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Jint.Native;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JsEngine = Jint.Engine;

namespace Bpm.Engine.Expressions;

/// <summary>
/// Turns every <c>+</c> and <c>+=</c> of a script into a call of a function of the program, because texts that grow by them within one
/// statement are seen by no other limit.
/// </summary>
internal static class ScriptAdditions
{
    // No script can write these names.
    private const string Plus = "+";
    private const string PlusAssign = "+=";

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    /// <summary>Adds the functions that the rewritten scripts call.</summary>
    public static void AddTo(JsEngine engine)
    {
        Add(Plus, (_, a) => Sum(a[0], a[1]));
        Add(PlusAssign, (_, a) =>
        {
            var target = TypeConverter.ToObject(engine, a[0]);
            var name = TypeConverter.ToString(a[1]);
            var sum = Sum(target.Get(name), a[2]);
            target.Put(name, sum, false);
            return sum;
        });

        void Add(string name, Func<JsValue, JsValue[], JsValue> function) =>
            engine.Global.FastAddProperty(name, new JsValue(new ClrFunctionInstance(engine, function)), false, false, false);
    }

    /// <summary>Changes a tree in place. It belongs to one engine: an engine caches in it.</summary>
    public static void Rewrite(SyntaxNode node)
    {
        // Bodies of functions are no fields.
        if (node is FunctionExpression expression) Rewrite(expression.Body);
        if (node is FunctionDeclaration declaration) Rewrite(declaration.Body);
        foreach (var field in Fields.GetOrAdd(node.GetType(), FieldsOf))
        {
            switch (field.GetValue(node))
            {
                case SyntaxNode child:
                    var replaced = Replaced(child);
                    if (replaced != child) field.SetValue(node, replaced);
                    break;
                case IList children:
                    for (var i = 0; i < children.Count; i++)
                        if (children[i] is SyntaxNode item && Replaced(item) is var other && other != item) children[i] = other;
                    break;
                case IEnumerable children:
                    foreach (var child in children)
                        if (child is SyntaxNode item && Replaced(item) != item) throw new InvalidOperationException("A list of the syntax tree cannot be changed.");
                    break;
            }
        }
    }

    private static SyntaxNode Replaced(SyntaxNode node)
    {
        Rewrite(node);
        return node switch
        {
            BinaryExpression { Operator: BinaryOperator.Plus } sum => Call(Plus, node, sum.Left, sum.Right),
            AssignmentExpression { Operator: AssignmentOperator.PlusAssign, Left: MemberExpression member } add =>
                Call(PlusAssign, node, member.Object, Name(member), add.Right),
            AssignmentExpression { Operator: AssignmentOperator.PlusAssign } add => Assignment(add),
            _ => node,
        };
    }

    private static AssignmentExpression Assignment(AssignmentExpression add)
    {
        add.Right = Call(Plus, add, add.Left, add.Right);
        add.Operator = AssignmentOperator.Assign;
        return add;
    }

    private static Jint.Parser.Ast.Expression Name(MemberExpression member) => member is { Computed: false, Property: Identifier name }
        ? new Literal { Type = SyntaxNodes.Literal, Value = name.Name, Raw = name.Name, Location = name.Location, Range = name.Range }
        : member.Property;

    private static CallExpression Call(string function, SyntaxNode at, params Jint.Parser.Ast.Expression[] arguments) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = new Identifier { Type = SyntaxNodes.Identifier, Name = function, Location = at.Location, Range = at.Range },
        Arguments = arguments,
        Location = at.Location,
        Range = at.Range,
    };

    private static JsValue Sum(JsValue left, JsValue right)
    {
        if (left.IsNumber() && right.IsNumber()) return new JsValue(left.AsNumber() + right.AsNumber());
        (left, right) = (TypeConverter.ToPrimitive(left), TypeConverter.ToPrimitive(right));
        if (!left.IsString() && !right.IsString()) return new JsValue(TypeConverter.ToNumber(left) + TypeConverter.ToNumber(right));
        var (first, second) = (TypeConverter.ToString(left), TypeConverter.ToString(right));
        ScriptWatch.CheckLength((long)first.Length + second.Length);
        return new JsValue(first + second);
    }

    private static FieldInfo[] FieldsOf(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
        .Where(f => typeof(SyntaxNode).IsAssignableFrom(f.FieldType) || typeof(IEnumerable).IsAssignableFrom(f.FieldType) && f.FieldType != typeof(string))
        .Where(f => f.Name is not ("VariableDeclarations" or "FunctionDeclarations" or "CachedArguments"))];
}
