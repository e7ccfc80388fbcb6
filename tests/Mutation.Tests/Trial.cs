using System.Collections.Concurrent;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Checks;
using Bpm.Workflows.Packs;

namespace Bpm.Mutation.Tests;

/// <summary>Tells what finds a mutant: the publishing checks, a scenario, or nothing.</summary>
internal sealed class Trial(ScenarioBook book, WorkflowDefinition original)
{
    private static readonly DefinitionChecker _checker = new(ShippedPacks.Compiler);

    /// <summary>What found it: <c>check CODE</c>, <c>scenario FILE</c>, or null.</summary>
    public string? Judge(Mutant mutant)
    {
        if (mutant.Definition is null)
            return "check DEFINITION-INVALID";
        return _checker.Check(mutant.Definition, book.Pack) is [var finding, ..] ? "check " + finding.Code : JudgeByScenarios(mutant, _ => true);
    }

    /// <summary>The same by scenarios alone.</summary>
    /// <param name="among">Which scenarios may speak.</param>
    public string? JudgeByScenarios(Mutant mutant, Func<ScenarioBook.Page, bool> among)
    {
        if (mutant.Definition is null)
            return "check DEFINITION-INVALID";
        var pack = book.Pack;
        var source = new DefinitionSet([mutant.Definition, .. pack.Definitions.Where(d => d.DefinitionId != original.DefinitionId)]);
        var graphs = new ConcurrentDictionary<string, WorkflowGraph>();
        try
        {
            foreach (var page in book.Through(original.DefinitionId, mutant.Activity).Where(among))
            {
                if (book.Notices(page, pack, id => graphs.GetOrAdd(id, _ => ShippedPacks.Compiler.Compile(source.FindPublished(id)!, source))))
                    return "scenario " + page.File;
            }
        }
        catch (InvalidDefinitionException)
        {
            return "check DEFINITION-INVALID";
        }

        return null;
    }
}
