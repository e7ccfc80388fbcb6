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
        (("xx-water", "complaint", "violation"), 6),
        (("xx-water", "complaint", "installation"), 5),
        (("xx-water", "consultation", "installation"), 6),
        (("xx-water", "complaint", "billing"), 5),
        (("xx-water", "consultation", "billing"), 6),
        (("xx-water", "complaint", "other"), 5),
        (("xx-water", "consultation", "other"), 6),
        (("liaocheng-water", "complaint", "product-quality"), 18),
        (("liaocheng-water", "complaint", "discipline"), 18),
    ];
}
