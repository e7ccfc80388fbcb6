using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.Scenarios.Invalid;

public sealed class InvalidDefinitionTests
{
    public static TheoryData<string> Files() => new(Directory
        .EnumerateFiles(Path.GetDirectoryName(Scenario.PathOf("Invalid/x"))!, "*.json").Select(Path.GetFileNameWithoutExtension).Order()!);

    [Theory, MemberData(nameof(Files))]
    public async Task Compile_InvalidFile_SaysWhyAndWhere(string name)
    {
        var definition = WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Scenario.PathOf("Invalid/" + name)));
        var expected = (await File.ReadAllTextAsync(Path.ChangeExtension(Scenario.PathOf("Invalid/" + name), ".txt"))).Trim();
        Should.Throw<InvalidDefinitionException>(() => new EngineHost(RunMode.Straight).Compiler.Compile(definition, new DefinitionFolder()))
            .Message.ShouldBe(expected);
    }
}
