using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Jint.Parser.Ast;

namespace Bpm.Engine.Expressions;

/// <summary>What a look at a script's syntax tree tells.</summary>
internal sealed class ScriptFacts
{
    private const int MaxDepth = 100;

    private static readonly HashSet<string> Tampering = new(StringComparer.Ordinal)
    {
        "prototype", "__proto__", "constructor", "defineProperty", "defineProperties", "setPrototypeOf", "freeze", "seal",
        "preventExtensions", "assign", "getPrototypeOf", "call", "apply", "bind",
    };

    // Reflection is for compiling only; the tree has no visitor.
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private bool _tampers;
    private int _functions;

    /// <summary>Names used and not declared by the script itself.</summary>
    public IEnumerable<string> FreeNames => _used.Where(n => !_declared.Contains(n));

    /// <summary>Names that the script only asks the type of, or that it assigns without declaring: they need not exist.</summary>
    public HashSet<string> Tested { get; } = new(StringComparer.Ordinal);

    /// <summary>Cannot leave anything behind in its engine.</summary>
    public bool IsTraceless => !_tampers && _assigned.All(n => _declared.Contains(n) && !ScriptGlobals.Names.Contains(n));

    /// <summary>Has no loop, function or variable: cannot run long or grow.</summary>
    public bool IsBounded { get; private set; } = true;

    /// <exception cref="FormatException">It is nested too deep or uses what is not allowed.</exception>
    public static ScriptFacts Of(FunctionExpression script)
    {
        var facts = new ScriptFacts();
        facts.Visit(script, 0);
        return facts;
    }

    private void Visit(SyntaxNode? node, int depth)
    {
        if (node is null) return;
        if (depth > MaxDepth) throw new FormatException($"脚本嵌套超过 {MaxDepth} 层，请拆分。");
        switch (node)
        {
            case Identifier { Name: "eval" or "Function" } id:
                throw new FormatException($"脚本不能使用 “{id.Name}”。");
            case Identifier id:
                _used.Add(id.Name);
                return;
            case MemberExpression member:
                Visit(member.Object, depth + 1);
                if (member.Computed)
                {
                    // What a computed name is cannot be known; a text literal or a number can.
                    if (member.Property is not Literal { Value: double } && member.Property is not Literal { Value: string } || member.Property is Literal { Value: string t } && Tampering.Contains(t))
                        _tampers = true;
                    Visit(member.Property, depth + 1);
                }
                else if (member.Property is Identifier property && Tampering.Contains(property.Name)) _tampers = true;
                return;
            case Property property:
                Visit(property.Value, depth + 1);
                return;
            case FunctionExpression function:
                Function(function.Id, function.Parameters, function.Body, depth);
                return;
            case FunctionDeclaration function:
                Function(function.Id, function.Parameters, function.Body, depth);
                return;
            case VariableDeclarator variable:
                _declared.Add(variable.Id.Name);
                IsBounded = false;
                Visit(variable.Init, depth + 1);
                return;
            case CatchClause clause:
                _declared.Add(clause.Param.Name);
                Visit(clause.Body, depth + 1);
                return;
            case LabelledStatement labelled:
                Visit(labelled.Body, depth + 1);
                return;
            case BreakStatement or ContinueStatement:
                return;
            case UnaryExpression { Operator: UnaryOperator.TypeOf, Argument: Identifier tested }:
                Tested.Add(tested.Name);
                _used.Add(tested.Name);
                return;
            case AssignmentExpression { Left: Identifier assigned }:
                Assigned(assigned);
                break;
            case UpdateExpression { Argument: Identifier assigned }:
                Assigned(assigned);
                break;
            case ForInStatement { Left: Identifier assigned }:
                Assigned(assigned);
                break;
            case AssignmentExpression or UpdateExpression or UnaryExpression { Operator: UnaryOperator.Delete } or ThisExpression or WithStatement:
                (_tampers, IsBounded) = (true, false);
                break;
            case ForInStatement { Left: MemberExpression }:
                (_tampers, IsBounded) = (true, false);
                break;
            case ForStatement or ForInStatement or WhileStatement or DoWhileStatement or TryStatement or NewExpression:
                IsBounded = false;
                break;
        }
        foreach (var field in Fields.GetOrAdd(node.GetType(), FieldsOf))
        {
            switch (field.GetValue(node))
            {
                case SyntaxNode child:
                    Visit(child, depth + 1);
                    break;
                case IEnumerable children and not string:
                    foreach (var child in children)
                        if (child is SyntaxNode item) Visit(item, depth + 1);
                    break;
            }
        }
    }

    private void Function(Identifier? id, IEnumerable<Identifier> parameters, Statement body, int depth)
    {
        // The outermost is the wrapper around the script.
        if (_functions++ > 0) IsBounded = false;
        if (id is not null) _declared.Add(id.Name);
        foreach (var parameter in parameters) _declared.Add(parameter.Name);
        Visit(body, depth + 1);
    }

    private void Assigned(Identifier name)
    {
        Tested.Add(name.Name);
        _assigned.Add(name.Name);
        IsBounded = false;
    }

    private static FieldInfo[] FieldsOf(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
        .Where(f => typeof(SyntaxNode).IsAssignableFrom(f.FieldType) || typeof(IEnumerable).IsAssignableFrom(f.FieldType) && f.FieldType != typeof(string))
        .Where(f => f.Name is not ("VariableDeclarations" or "FunctionDeclarations" or "CachedArguments"))];
}
