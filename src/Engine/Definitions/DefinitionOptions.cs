using Bpm.Engine.Incidents;

namespace Bpm.Engine.Definitions;

/// <summary>Reads what a definition's <c>options</c> say about its instances. Elsa writes .NET type names; only the class's own name counts.</summary>
internal static class DefinitionOptions
{
    private static readonly Dictionary<string, ActivationStrategy> Activations = Enum.GetValues<ActivationStrategy>()
        .ToDictionary(strategy => strategy.ToString(), StringComparer.Ordinal);

    private static readonly Dictionary<string, IncidentStrategy> Incidents = Enum.GetValues<IncidentStrategy>()
        .ToDictionary(strategy => strategy.ToString(), StringComparer.Ordinal);

    public static ActivationStrategy Activation(WorkflowDefinition definition, ICollection<DefinitionError> errors) =>
        Read(definition, "activationStrategyType", "启动策略", Activations, errors);

    public static IncidentStrategy Incident(WorkflowDefinition definition, ICollection<DefinitionError> errors) =>
        Read(definition, "incidentStrategyType", "异常策略", Incidents, errors);

    /// <summary>A burst is one transaction: Elsa's strategies that store in the middle of one cannot be kept.</summary>
    public static void CheckCommits(WorkflowDefinition definition, ICollection<DefinitionError> errors)
    {
        if (definition.Json.TryGetProperty("options", out var options)
            && DeclarationReader.Text(options, "commitStrategyName") is { } name && name is not ("Default" or "WorkflowExecuted"))
            errors.Add(new("options.commitStrategyName", null, $"不支持的提交策略 “{name}”：每次推进总是整体提交一次，请留空。"));
    }

    private static T Read<T>(
        WorkflowDefinition definition, string option, string title, Dictionary<string, T> known, ICollection<DefinitionError> errors)
        where T : struct
    {
        if (!definition.Json.TryGetProperty("options", out var options) || DeclarationReader.Text(options, option) is not { Length: > 0 } written)
            return default;
        var name = written.Split(',')[0].Trim();
        name = name[(name.LastIndexOf('.') + 1)..];
        if (name.EndsWith("Strategy", StringComparison.Ordinal))
            name = name[..^"Strategy".Length];
        if (known.TryGetValue(name, out var strategy))
            return strategy;
        errors.Add(new($"options.{option}", null, $"不支持的{title} “{written}”。{DidYouMean.Clause(name, known.Keys)}可用：{string.Join("、", known.Keys)}。"));
        return default;
    }
}
