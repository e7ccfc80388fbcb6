using System.Collections.Concurrent;
using Bpm.Application.Definitions;
using Bpm.Application.Descriptors;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;

namespace Bpm.Application.Tasks;

/// <summary>The steps of each organisation's published workflows. Read anew only where another version was published; asking costs one look at the versions' stamps.</summary>
public sealed class StepCatalog
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The steps, by title.</summary>
    public async Task<IReadOnlyList<StepChoice>> GetAsync(string organisation, IVersionStamps stamps, IDefinitionStore definitions, CancellationToken cancellationToken)
    {
        var now = (await stamps.ListAsync(organisation, cancellationToken)).Where(stamp => stamp.IsPublished).ToList();
        if (_kept.GetValueOrDefault(organisation) is { } kept && kept.Stamps.SequenceEqual(now))
            return kept.Steps;
        var records = await definitions.PublishedAsync(organisation, cancellationToken);
        var steps = StepsOf(records.Select(record => DrawnDefinition.Of(WorkflowDefinition.Parse(record.Json))));
        _kept[organisation] = new(now, steps);
        return steps;
    }

    /// <summary>The steps of drawn definitions, by title. What stands in several drawings under several names goes by what the names have in common.</summary>
    public static IReadOnlyList<StepChoice> StepsOf(IEnumerable<DrawnDefinition> definitions) =>
    [
        .. definitions.SelectMany(definition => definition.Activities)
            .Where(activity => activity.Type == HumanTaskActivity.TypeName && activity.Literal("step") is { Length: > 0 })
            .GroupBy(activity => activity.Literal("step")!, activity => activity.Name)
            .Select(step => new StepChoice(step.Key, Common([.. step.Distinct().Order(StringComparer.Ordinal)])))
            .OrderBy(step => step.Title, StringComparer.Ordinal).ThenBy(step => step.Code, StringComparer.Ordinal),
    ];

    private static string Common(IReadOnlyList<string> names)
    {
        var (first, last) = (names[0], names[^1]);
        var length = first.Zip(last).TakeWhile(pair => pair.First == pair.Second).Count();
        var common = names.Count == 1 ? first : first[..length].TrimEnd('（', '(', '：', ':', '、', ' ');
        return common.Length > 1 ? common : string.Join('、', names);
    }

    private sealed record Kept(IReadOnlyList<VersionStamp> Stamps, IReadOnlyList<StepChoice> Steps);
}
