using Bpm.Definitions.Tests;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Tests.Packs;

public sealed class PackReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("packs").FullName;

    public PackReaderTests()
    {
        foreach (var file in Directory.GetFiles(ShippedPacks.Root, "*.json", SearchOption.AllDirectories).Where(f => !f.Contains("scenarios", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_root, Path.GetRelativePath(ShippedPacks.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void ReadAll_ShippedPacks_GivesEveryPackWithItsFiles()
    {
        var readings = PackReader.ReadAll(_root);

        readings.Select(r => r.Folder).ShouldBe(["liaocheng-water", "xx-water"]);
        readings.ShouldAllBe(r => r.Problems.Count == 0 && r.Pack != null && r.Pack.Code == r.Folder);
        readings[0].Files.Count(f => f.Kind == PackFileKind.Definition).ShouldBe(readings[0].Pack!.Definitions.Count);
    }

    [Fact]
    public void Read_BrokenDefinition_IsNamedAndTheOthersLoad()
    {
        var whole = PackReader.Read(_root, "xx-water").Pack!.Definitions.Count;
        File.WriteAllText(Path.Combine(_root, "xx-water", "meter-data.json"), "{ \"definitionId\": ");

        var reading = PackReader.Read(_root, "xx-water");

        reading.Problems.ShouldHaveSingleItem().File.ShouldBe("xx-water/meter-data.json");
        reading.Pack.ShouldNotBeNull().Definitions.Count.ShouldBe(whole - 1);
    }

    [Theory]
    [InlineData("organisation.json")]
    [InlineData("rules.json")]
    [InlineData("forms.json")]
    public void Read_BrokenPart_IsNamedAndTheOtherPackLoads(string file)
    {
        File.WriteAllText(Path.Combine(_root, "xx-water", file), "[]");

        var readings = PackReader.ReadAll(_root);

        readings[1].Pack.ShouldBeNull();
        readings[1].Problems.ShouldHaveSingleItem().File.ShouldBe($"xx-water/{file}");
        readings[0].Pack.ShouldNotBeNull();
    }

    [Fact]
    public void Read_PartMissing_IsNamed()
    {
        File.Delete(Path.Combine(_root, "calendars", "cn.json"));

        var reading = PackReader.Read(_root, "xx-water");

        reading.Pack.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().File.ShouldBe("calendars/cn.json");
    }
}
