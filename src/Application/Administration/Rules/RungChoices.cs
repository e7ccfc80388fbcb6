using Bpm.Domain.Regulations;

namespace Bpm.Application.Administration.Rules;

/// <summary>The moments of thresholds that administrators choose from.</summary>
public static class RungChoices
{
    private static readonly string[] _times =
    [
        "50%", "80%", "start+15m", "start+20m", "due-24h", "due-8h", "due-4h", "due-2h", "due-1h", "due-30m", "due-10m", "due 08:30", "due 15:30", "due+30m", "due+1h", "due+2h",
        "due+24h", "due+1WD 08:30", "due+2WD 08:30", "due+1WD",
    ];

    /// <summary>Written form and Chinese text, what stands there now among them.</summary>
    /// <param name="current">Written form of what stands there now.</param>
    public static IReadOnlyList<(string At, string Text)> With(string current) =>
        [.. (_times.Contains(current) ? _times : [current, .. _times]).Select(time => (time, RungTexts.Text(RungTime.Parse(time))))];
}
