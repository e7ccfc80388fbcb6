using System.Globalization;

namespace Bpm.Studio.Instances;

/// <summary>Elsa's ids of what has none of its own: a run or a journal entry is its instance's id and a number.</summary>
internal static class ElsaIds
{
    public static string Of(string instanceId, long number) => string.Create(CultureInfo.InvariantCulture, $"{instanceId}:{number}");

    /// <summary>Null for the run of nothing: the workflow itself has no parent.</summary>
    public static string? OfParent(string instanceId, int number) => number == 0 ? null : Of(instanceId, number);

    /// <summary>The instance and the number; an id of another kind names nothing.</summary>
    public static (string InstanceId, int Number) Split(string? id)
    {
        var colon = id?.LastIndexOf(':') ?? -1;
        return colon > 0 && int.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (id![..colon], number) : ("", 0);
    }
}
