namespace Bpm.Host.Workflows;

/// <summary>The addresses at which workflows listen: <c>/workflows/…</c> and nothing else.</summary>
public static class WorkflowPaths
{
    public const string Prefix = "/workflows";

    /// <summary>The part below the prefix, decoded, without slashes at its ends; false for every other address.</summary>
    public static bool TryRead(PathString address, out string path)
    {
        var found = address.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var rest);
        path = found ? (rest.Value ?? "").Trim('/') : "";
        return found && path.Length > 0;
    }
}
