using Bpm.Application.Tasks;
using Bpm.Web.Language;

namespace Bpm.Web.Frame;

/// <summary>Lengths of time in words, and how pressing they are.</summary>
public static class RemainingTime
{
    /// <summary>What is left of a limit from here on is shown as pressing.</summary>
    public static TimeSpan Soon => TaskFilter.SoonWithin;

    /// <summary>Colour of what is left: <c>info</c>, <c>warn</c>, or <c>bad</c> where the limit is missed.</summary>
    public static string ToneOf(TimeSpan left) => left < TimeSpan.Zero ? "bad" : left <= Soon ? "warn" : "info";

    /// <summary>A length in its two greatest units, down to minutes.</summary>
    /// <param name="length">Not negative.</param>
    public static string InWords(TimeSpan length, Words words) => length switch
    {
        { TotalMinutes: < 1 } => words["不到 1 分钟"],
        { TotalHours: < 1 } => words["{0} 分钟", (int)length.TotalMinutes],
        { TotalDays: < 1, Minutes: 0 } => words["{0} 小时", length.Hours],
        { TotalDays: < 1 } => words["{0} 小时 {1} 分", length.Hours, length.Minutes],
        { Hours: 0 } => words["{0} 天", (int)length.TotalDays],
        _ => words["{0} 天 {1} 小时", (int)length.TotalDays, length.Hours],
    };
}
