using System.Text.Json;
using System.Text.RegularExpressions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Names that stand as texts in scripts: candidate tokens, steps and variables that exist. Names that a script puts together are not seen.</summary>
internal sealed partial class ScriptCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var nodes = definition.Own.GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var variables = definition.Graph.Variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, script) in Scripts(definition.Graph.Definition.Json.GetProperty("root")))
        {
            if (!nodes.TryGetValue(id, out var node))
                continue;
            foreach (var token in Named(TokenText(), script).Where(token => !token.EndsWith(':') && !definition.Pack.Directory.Knows(token)))
                yield return definition.At(node, token.StartsWith("role:", StringComparison.Ordinal) ? "UNKNOWN-ROLE" : "UNKNOWN-DEPARTMENT", $"表达式里的“{token}”在 organisation.json 中不存在；请改为已有的岗位或部门。");
            foreach (var step in Named(StepText(), script).Where(step => step != CaseScripts.AnyStep && !definition.Steps.Contains(step)))
                yield return definition.At(node, "UNKNOWN-STEP", $"表达式里的步骤“{step}”不存在；请改为已有步骤的代码。");
            foreach (var variable in Named(VariableText(), script).Where(name => !variables.Contains(name)))
                yield return definition.At(node, "UNKNOWN-VARIABLE", $"表达式里的变量“{variable}”没有声明；请在流程的变量页添加。");
            foreach (var rule in Named(RuleText(), script).Where(rule => definition.Pack.Rules.Find(rule) is null))
                yield return definition.At(node, "UNKNOWN-ARTICLE", $"表达式里的条款“{rule}”在 rules.json 中没有时限；请改为有时限的条款号。");
        }
    }

    private static IEnumerable<string> Named(Regex names, string script) => names.Matches(script).Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<(string Id, string Script)> Scripts(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var found in json.EnumerateArray().SelectMany(Scripts))
                yield return found;
        }

        if (json.ValueKind != JsonValueKind.Object)
            yield break;
        var id = json.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        foreach (var property in json.EnumerateObject())
        {
            if (Script(property.Value) is { } script)
                yield return (id, script);
            foreach (var found in Scripts(property.Value))
                yield return found;
        }
    }

    private static string? Script(JsonElement wrapper) =>
        wrapper.ValueKind == JsonValueKind.Object
        && wrapper.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("type", out var type) && type.ValueEquals("JavaScript")
        && expression.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    [GeneratedRegex("""['"]((?:role|dept|head|leader):[^'"]*)['"]""")]
    private static partial Regex TokenText();

    [GeneratedRegex("""\b(?:countOutcome|countInRow|answerOf|taskOf|needsTimeCheck)\(\s*['"]([^'"]+)['"]""")]
    private static partial Regex StepText();

    [GeneratedRegex("""\bgetVariable\(\s*['"]([^'"]+)['"]""")]
    private static partial Regex VariableText();

    [GeneratedRegex("""\bisClockRunning\(\s*['"]([^'"]+)['"]""")]
    private static partial Regex RuleText();
}
