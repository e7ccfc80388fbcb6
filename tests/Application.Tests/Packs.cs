using System.Runtime.CompilerServices;
using Bpm.Application.Installation;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Tests;

/// <summary>The shipped packs, read from the repository.</summary>
internal static class Packs
{
    public static PackReading Read(string organisation) => PackReader.Read(Path.Combine(Root(), "workflow-definitions"), organisation);

    public static Installed Installed(string organisation) => OrganisationRegistry.Read(PackDocuments.Of(Read(organisation)));

    public static OrganisationRegistry Registry()
    {
        var registry = new OrganisationRegistry();
        registry.Load([.. PackDocuments.Of(Read("xx-water")), .. PackDocuments.Of(Read("liaocheng-water"))]);
        return registry;
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Bpm.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
