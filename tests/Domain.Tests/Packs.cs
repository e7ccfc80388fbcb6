using System.Text.Json.Nodes;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests;

/// <summary>The shipped packs, read from the repository.</summary>
internal static class Packs
{
    private static readonly string _folder = Path.Combine(Root(), "workflow-definitions");

    public static OrganisationDirectory A { get; } = Directory("xx-water");

    public static OrganisationDirectory B { get; } = Directory("liaocheng-water");

    public static FormCatalogue FormsA { get; } = Forms("xx-water");

    public static FormCatalogue FormsB { get; } = Forms("liaocheng-water");

    public static byte[] Bytes(string pack, string file) => File.ReadAllBytes(Path.Combine(_folder, pack, file));

    /// <summary>Every workflow definition of a pack.</summary>
    public static IEnumerable<JsonNode> Definitions(string pack) => System.IO.Directory.GetFiles(Path.Combine(_folder, pack), "*.json")
        .Select(file => JsonNode.Parse(File.ReadAllBytes(file))!)
        .Where(node => node["definitionId"] is not null);

    public static StaffMember Person(string userName) =>
        (userName.StartsWith('a') ? A : B).Staff(userName) ?? throw new ArgumentException($"No user {userName}.");

    public static IReadOnlySet<string> KeysOf(string userName) => (userName.StartsWith('a') ? A : B).KeysOf(userName);

    private static OrganisationDirectory Directory(string pack) => OrganisationFile.Parse(Bytes(pack, "organisation.json"));

    private static FormCatalogue Forms(string pack) => FormCatalogue.Parse(Bytes(pack, "forms.json"));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bpm.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Bpm.sln above the tests.");
        return folder;
    }
}
