namespace Bpm.Workflows.Packs;

/// <summary>What a file of a pack is.</summary>
public enum PackFileKind
{
    /// <summary><c>organisation.json</c>: departments, people, roles, channels, categories.</summary>
    Organisation,

    /// <summary><c>rules.json</c>: articles, clocks, ladders, fixed texts.</summary>
    Rules,

    /// <summary><c>forms.json</c>: forms and outcomes of the steps.</summary>
    Forms,

    /// <summary>The working-day calendar, shared by the packs.</summary>
    Calendar,

    /// <summary>A workflow definition; every other JSON file of the folder.</summary>
    Definition,
}
