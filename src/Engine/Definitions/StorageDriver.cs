using System.Text.Json;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Where a variable lives between bursts. Elsa's designer writes the type name of a storage driver on every variable: that of the instance
/// (older names of it occur), or that of memory. None: kept with the instance.
/// </summary>
internal static class StorageDriver
{
    private const string Memory = "MemoryStorageDriver";
    private static readonly string[] Known = ["WorkflowInstanceStorageDriver", "WorkflowStorageDriver", Memory];

    /// <summary>Does the variable live for one burst only?</summary>
    /// <exception cref="InvalidDefinitionException">The driver is not known.</exception>
    public static bool IsTransient(JsonElement variable, string name, string path)
    {
        if (DeclarationReader.Text(variable, "storageDriverTypeName") is not { } driver) return false;
        var comma = driver.IndexOf(',', StringComparison.Ordinal);
        var type = (comma < 0 ? driver : driver[..comma]).Trim();
        var last = type[(type.LastIndexOf('.') + 1)..];
        if (!Known.Contains(last))
            throw new InvalidDefinitionException(path, null, $"变量 “{name}” 的存储方式 “{type}” 不支持。{DidYouMean.Clause(last, Known)}可用：{string.Join("、", Known)}。");
        return last == Memory;
    }
}
