using System.Collections.Concurrent;
using System.Globalization;
using Bpm.Workflows.Checks;
using Bpm.Workflows.Drawings;

namespace Bpm.Mutation.Tests;

/// <summary>
/// Takes one thing away from each shipped definition, everything once: a connection, a candidate, a clock, an article, an exclusion …
/// Whoever does that by mistake is told so, by <c>verify</c> or by a scenario.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // Mutants that change nothing, each with the reason. Definition, then the mutant as it names itself.
    private static readonly Dictionary<string, string> _equivalent = [];

    public static TheoryData<string, string> Definitions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pack in ShippedPacks.Readings.Select(r => r.Pack!))
            {
                foreach (var definition in pack.Definitions)
                    data.Add(pack.Code, definition.DefinitionId);
            }

            return data;
        }
    }

    // A check looks at what is there: of what is gone these are what tells.
    private static readonly string[] _named = ["connection", "candidate", "recipient", "article"];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Finding_AboutOneThingLess_NamesTheStepAsItIsDrawn(string organisation, string definitionId)
    {
        var pack = ScenarioBook.Of(organisation).Pack;
        var definition = pack.Definitions.Single(d => d.DefinitionId == definitionId);
        var names = DrawnDefinition.Of(definition).Activities.ToDictionary(activity => activity.Id, activity => $"“{activity.Name}”");
        var checker = new DefinitionChecker(ShippedPacks.Compiler);
        var wrong = new ConcurrentBag<string>();
        var found = 0;
        Parallel.ForEach(new Mutator(definition).All().Where(m => m.Definition is not null && _named.Contains(m.Kind)), new() { MaxDegreeOfParallelism = 2 }, mutant =>
        {
            if (checker.Check(mutant.Definition!, pack) is not { Count: > 0 } findings)
                return;
            Interlocked.Increment(ref found);
            string[] ends = mutant.Kind == "connection" ? [mutant.Activity, mutant.What.Split(" -> ")[1]] : [mutant.Activity];
            if (!findings.Any(finding => ends.Any(end => finding.Message.Contains(names[end], StringComparison.Ordinal))))
                wrong.Add($"{mutant}: {string.Join(" | ", findings.Select(f => f.Message))}");
        });

        wrong.ShouldBeEmpty();
        found.ShouldBePositive();
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Definition_WithOneThingLess_IsCaughtByVerifyOrByAScenario(string organisation, string definitionId)
    {
        var book = ScenarioBook.Of(organisation);
        var definition = book.Pack.Definitions.Single(d => d.DefinitionId == definitionId);
        var trial = new Trial(book, definition);
        var verdicts = new ConcurrentBag<(Mutant Mutant, string? By)>();
        Parallel.ForEach(new Mutator(definition).All(), new() { MaxDegreeOfParallelism = 2 }, mutant => verdicts.Add((mutant, trial.Judge(mutant))));

        foreach (var kind in verdicts.GroupBy(v => v.Mutant.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (checks, scenarios) = (kind.Count(v => v.By?.StartsWith("check", StringComparison.Ordinal) == true), kind.Count(v => v.By?.StartsWith("scenario", StringComparison.Ordinal) == true));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} mutants, {checks} by checks, {scenarios} by scenarios"));
        }

        var survivors = verdicts.Where(v => v.By is null).Select(v => $"{definitionId}: {v.Mutant}").Order(StringComparer.Ordinal).ToArray();
        survivors.Except(_equivalent.Keys).ShouldBeEmpty();
        // An excuse for a mutant that is found, or that is no more, is out of date.
        _equivalent.Keys.Where(key => key.StartsWith(definitionId + ":", StringComparison.Ordinal)).Except(survivors).ShouldBeEmpty();
    }
}
