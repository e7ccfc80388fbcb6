using System.Text;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Expressions;

/// <summary>The functions <c>getX()</c> and <c>setX(value)</c> that stand for variables and inputs in scripts.</summary>
internal static class ScriptAccessors
{
    public enum Kind
    {
        GetVariable,
        SetVariable,
        GetInput,
    }

    public readonly record struct Accessor(Kind Kind, string Target)
    {
        public string Declaration(string name) => Kind switch
        {
            Kind.GetVariable => $"var {name}=function(){{return getVariable({JsonValues.Text(Target)})}};",
            Kind.SetVariable => $"var {name}=function(v){{setVariable({JsonValues.Text(Target)},v)}};",
            _ => $"var {name}=function(){{return getInput({JsonValues.Text(Target)})}};",
        };
    }

    /// <summary>Accessors by name. Variables win over inputs, inner ones over outer ones.</summary>
    public static Dictionary<string, Accessor> Of(CompileScope scope)
    {
        var accessors = new Dictionary<string, Accessor>(StringComparer.Ordinal);
        foreach (var variable in scope.Variables)
            foreach (var form in Forms(variable.Name))
            {
                accessors.TryAdd("get" + form, new(Kind.GetVariable, variable.Name));
                accessors.TryAdd("set" + form, new(Kind.SetVariable, variable.Name));
            }
        foreach (var input in scope.Inputs)
            foreach (var form in Forms(input.Name)) accessors.TryAdd("get" + form, new(Kind.GetInput, input.Name));
        return accessors;
    }

    /// <summary>The object <c>variables</c>, with a property for each declared variable.</summary>
    public static string VariablesObject(CompileScope scope)
    {
        var text = new StringBuilder("var variables={");
        foreach (var name in scope.Variables.Select(v => v.Name).Distinct())
        {
            var quoted = JsonValues.Text(name);
            text.Append("get ").Append(quoted).Append("(){return getVariable(").Append(quoted).Append(")},");
            text.Append("set ").Append(quoted).Append("(v){setVariable(").Append(quoted).Append(",v)},");
        }
        return text.Append("};").ToString();
    }

    /// <summary>Elsa's form of a name within an accessor: every word begins with a capital, what lies between words is left out.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var starts = true;
        foreach (var c in name)
        {
            if (c is ' ' or '_' or '-') starts = true;
            else
            {
                text.Append(starts ? char.ToUpperInvariant(c) : c);
                starts = false;
            }
        }
        return text.ToString();
    }

    /// <summary>Elsa's form; the name as declared works as well.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        yield return Pascal(name);
        yield return char.ToUpperInvariant(name[0]) + name[1..];
        yield return name;
    }
}
