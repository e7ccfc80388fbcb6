using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;

namespace Bpm.Benchmarks;

/// <summary>The definitions of the folder Flows, compiled with the built-in activities and <see cref="SideEffect"/>.</summary>
internal sealed class FlowFile : IDefinitionSource
{
    private readonly WorkflowDefinition[] _definitions =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Flows"), "*.json").Select(file => WorkflowDefinition.Parse(File.ReadAllBytes(file)))];

    /// <summary>All of them.</summary>
    public static FlowFile All { get; } = new();

    /// <summary>The activities that they use.</summary>
    public static ActivityRegistry Registry() => ActivityRegistry.WithBuiltIns().Add(SideEffect.Type);

    /// <summary>One of them, by its definition id.</summary>
    public static WorkflowGraph Compile(string definitionId) => new GraphCompiler(Registry()).Compile(All.FindPublished(definitionId)!, All);

    public WorkflowDefinition? FindVersion(string versionId) => Array.Find(_definitions, d => d.Id == versionId);

    public WorkflowDefinition? FindPublished(string definitionId) => Array.Find(_definitions, d => d.DefinitionId == definitionId);
}
