using System.Globalization;
using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Tests.Comparison;

/// <summary>What a case has and what it must have, line against line.</summary>
internal static class Difference
{
    // Departments tell clocks of one rule apart only here.
    private static readonly string[] OnePerDepartment = ["A-2.2a", "A-3.3c"];

    /// <summary>Every line that is on one side only: <c>missing</c> where the product lacks it, <c>surplus</c> where the recomputation does.</summary>
    public static IReadOnlyList<string> Of(CaseFinding expected, CaseFinding actual)
    {
        var left = Lines(expected).GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        var differences = new List<string>();
        foreach (var line in Lines(actual))
        {
            if (left.TryGetValue(line, out var count) && count > 0)
                left[line] = count - 1;
            else
                differences.Add("surplus " + line);
        }

        differences.AddRange(left.SelectMany(line => Enumerable.Repeat("missing " + line.Key, line.Value)));
        return [.. differences.Order(StringComparer.Ordinal)];
    }

    /// <summary>The story of a case and what is wrong with it, for people.</summary>
    public static string Tell(CaseLog log, IReadOnlyList<string> differences)
    {
        var it = log.Registration;
        var attributes = string.Join(' ', it.Attributes.Select(a => $"{a.Key}={a.Value}"));
        return $"""
            {log.Number} {it.Organisation} {it.Kind} {it.Channel} {it.Category} {attributes} received {Local(it.ReceivedAt)} registered {Local(it.RegisteredAt)} by {it.RegisteredBy}{(it.FirstReplyGiven ? ", first reply given" : "")}{(it.Anonymous ? ", anonymous" : "")}
              {string.Join("\n  ", log.Deeds)}
              => {string.Join("\n  => ", differences)}

            """;
    }

    private static IEnumerable<string> Lines(CaseFinding finding) =>
    [
        .. finding.Clocks.Select(Line),
        .. finding.Notices.Select(Line),
        finding.Ending is null ? "open" : $"closed {finding.Ending} {Local(finding.ClosedAt!.Value)}",
        .. finding.OpenSteps.Select(step => "task " + step),
        .. finding.Problems,
    ];

    private static string Line(ClockFinding clock) =>
        $"clock {Name(clock.Rule, clock.Round, clock.Department)} {Local(clock.StartedAt)} due {Local(clock.DueAt)}{(clock.Estimated ? " estimated" : "")} {clock.State}{(clock.EndedAt is { } at ? " " + Local(at) : "")}";

    private static string Line(NoticeFinding notice) =>
        $"notice {Name(notice.Rule, notice.Round, notice.Department)} {notice.Kind} {Local(notice.RaisedAt)} {notice.Recipient}{(notice.DeliverAt == notice.RaisedAt ? "" : " held until " + Local(notice.DeliverAt))}";

    private static string Name(string rule, int round, string? department) =>
        $"{rule}#{round}{(OnePerDepartment.Contains(rule) ? "@" + department : "")}";

    private static string Local(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
