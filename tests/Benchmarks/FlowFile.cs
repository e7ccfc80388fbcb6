using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;

namespace Bpm.Benchmarks;

/// <summary>A definition of the folder Flows, compiled with the built-in activities and <see cref="SideEffect"/>.</summary>
internal static class FlowFile
{
    public static WorkflowGraph Compile(string name)
    {
        var registry = ActivityRegistry.WithBuiltIns().Add(SideEffect.Type);
        return new GraphCompiler(registry).Compile(Read(name), new NoChildren());
    }

    private static WorkflowDefinition Read(string name) =>
        WorkflowDefinition.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Flows", name + ".json")));

    private sealed class NoChildren : IDefinitionSource
    {
        public WorkflowDefinition? FindVersion(string versionId) => null;

        public WorkflowDefinition? FindPublished(string definitionId) => null;

        public WorkflowDefinition? FindPublishedByName(string name) => null;
    }
}
