namespace Bpm.Quarter.Tests.Simulation;

/// <summary>What may be complained of, and how often it is.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyList<((string Organisation, string Kind, string Category), int Weight)> Offered =
    [
        (("xx-water", "complaint", "water-quality"), 10),
        (("xx-water", "complaint", "meter-data"), 10),
        (("liaocheng-water", "complaint", "product-quality"), 5),
        (("liaocheng-water", "complaint", "discipline"), 5),
    ];

    public static bool WithLetters => Setting("BPM_QUARTER_LETTERS");

    /// <summary>Old claims of work in the field are taken with a reason, and checked by a second person.</summary>
    public static bool WithOldClaims => Setting("BPM_QUARTER_CLAIMS");

    private static bool Setting(string name) => Environment.GetEnvironmentVariable(name) is "1";
}
