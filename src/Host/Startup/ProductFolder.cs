namespace Bpm.Host.Startup;

/// <summary>Finds the folder that relative paths in settings are taken from: the repository's root, or where the product is installed.</summary>
public static class ProductFolder
{
    /// <summary>Folder of the packs inside the product's folder.</summary>
    public const string Definitions = "workflow-definitions";

    /// <summary>The nearest folder above a start that holds the packs; the first start when there is none.</summary>
    public static string Find(params string[] starts)
    {
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, Definitions)))
                    return folder.FullName;
            }
        }

        return starts[0];
    }
}
