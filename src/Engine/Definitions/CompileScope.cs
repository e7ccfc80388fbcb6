using Bpm.Engine.Journal;

namespace Bpm.Engine.Definitions;

/// <summary>The names that an expression at some place of a definition can use.</summary>
internal sealed class CompileScope(CompileScope? parent, ActivityNode node)
{
    /// <summary>The enclosing scope of the same workflow; null at a workflow's root.</summary>
    public CompileScope? Parent => parent;

    public ActivityNode Node => node;

    /// <summary>Inputs of the workflow around it.</summary>
    public IReadOnlyList<Argument> Inputs { get; init; } = parent?.Inputs ?? [];

    /// <summary>Outputs of the workflow around it.</summary>
    public IReadOnlyList<Argument> Outputs { get; init; } = parent?.Outputs ?? [];

    /// <summary>Shared by all scopes of a compilation.</summary>
    public GraphNotes Notes { get; init; } = parent?.Notes ?? new();

    /// <summary>Are values of activities in this workflow kept in the journal, where they do not say themselves?</summary>
    public LogPersistenceMode LogMode { get; init; } = parent?.LogMode ?? LogPersistenceMode.Exclude;

    public IEnumerable<Variable> Variables => parent is null ? node.Variables : node.Variables.Concat(parent.Variables);

    /// <summary>Finds a variable by id, or else by name, from the inside out.</summary>
    public (int Node, int Slot)? Find(string? id, string? name) => Search(v => v.Id == id) ?? Search(v => v.Name == name);

    private (int Node, int Slot)? Search(Predicate<Variable> fits)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            var slot = Array.FindIndex(scope.Node.Variables, fits);
            if (slot >= 0) return (scope.Node.Index, slot);
        }
        return null;
    }
}
