namespace Bpm.Quarter.Tests.Simulation;

/// <summary>What may be complained of, and how often it is.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyList<((string Organisation, string Kind, string Category), int Weight)> Offered =
    [
        (("xx-water", "complaint", "water-quality"), 10),
        (("xx-water", "complaint", "meter-data"), 10),
        (("xx-water", "complaint", "supply"), 10),
        (("xx-water", "complaint", "pipe-repair"), 10),
        (("xx-water", "fault", "system-fault"), 5),
        (("liaocheng-water", "complaint", "product-quality"), 5),
        (("liaocheng-water", "complaint", "discipline"), 5),
    ];
}
