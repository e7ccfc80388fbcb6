using System.Globalization;
using Bpm.Application.Statistics;

namespace Bpm.Persistence.Statistics;

/// <summary>
/// The one query that all figures are made of: a row for each case with its flags. A count and the list behind it differ only in what is
/// selected of it, so that they cannot disagree. The texts differ in how many values lists have, so few are ever compiled.
/// </summary>
internal sealed class StatisticsSql
{
    private readonly List<object?> _values = [];

    /// <summary>Values of the parameters so far, in order.</summary>
    public object?[] Values => [.. _values];

    /// <summary>The cases with their flags, to stand in a FROM.</summary>
    public string Cases(StatisticsScope scope) => $"""
        (SELECT c."Id", c."Number", c."ReceivedAt", c."ClosedAt", c."Department", c."Category", c."Channel",
          {Month(scope.Months)} AS "Month",
          CASE WHEN c."Founded" = FALSE THEN 1 ELSE 0 END AS "Unfounded",
          CASE WHEN c."Status" = 'Closed' THEN 1 ELSE 0 END AS "Closed",
          CASE WHEN c."Status" = 'Closed' AND c."Ending" IN ({List(scope.ResolvedEndings)}) THEN 1 ELSE 0 END AS "Resolved",
          CASE WHEN EXISTS (SELECT 1 FROM "SlaClocks" k WHERE k."CaseId" = c."Id" AND k."BreachedAt" IS NOT NULL AND k."IsTarget" = FALSE) THEN 1 ELSE 0 END AS "Late",
          (SELECT MAX(CASE WHEN k."BreachedAt" IS NOT NULL THEN 2 WHEN k."State" = 'Met' THEN 1 ELSE 0 END) FROM "SlaClocks" k
            WHERE k."CaseId" = c."Id" AND k."RuleId" IN ({List(scope.ResponseRules)})) AS "Response",
          (SELECT f."Result" FROM "FollowUps" f WHERE f."CaseId" = c."Id" AND f."Result" <> 'Unreachable' ORDER BY f."Attempt" DESC LIMIT 1) AS "Said"
        FROM "Cases" c WHERE {Time(scope)} AND {Readable(scope)})
        """;

    /// <summary>A condition over <c>Cases c</c>: of the time, but not for the reader.</summary>
    public string Hidden(StatisticsScope scope) => $"{Time(scope)} AND NOT ({Readable(scope)})";

    /// <summary>The condition of a measure over <see cref="Cases"/> named <c>b</c>.</summary>
    public static string Condition(StatisticsMeasure measure) => measure == StatisticsMeasure.Unfounded
        ? """b."Unfounded" = 1"""
        : """b."Unfounded" = 0""" + measure switch
        {
            StatisticsMeasure.Received => "",
            StatisticsMeasure.Open => """ AND b."Closed" = 0""",
            StatisticsMeasure.Closed => """ AND b."Closed" = 1""",
            StatisticsMeasure.OnTime => """ AND b."Closed" = 1 AND b."Late" = 0""",
            StatisticsMeasure.Late => """ AND b."Late" = 1""",
            StatisticsMeasure.Responded => """ AND b."Response" = 1""",
            StatisticsMeasure.Unanswered => """ AND b."Response" = 2""",
            StatisticsMeasure.Resolved => """ AND b."Resolved" = 1""",
            StatisticsMeasure.Unresolved => """ AND b."Closed" = 1 AND b."Resolved" = 0""",
            StatisticsMeasure.Satisfied => """ AND b."Said" = 'Satisfied'""",
            StatisticsMeasure.Dissatisfied => """ AND b."Said" = 'NotSatisfied'""",
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

    /// <summary>The condition of a filter over <see cref="Cases"/> named <c>b</c>.</summary>
    /// <param name="address">Hash of the address that is asked for.</param>
    public string Condition(StatisticsFilter filter, string organisation, byte[]? address)
    {
        List<string> conditions = [filter.Measure is { } measure ? Condition(measure) : "1 = 1"];
        if (filter.Department is { } department)
            conditions.Add(department.Length == 0 ? """b."Department" IS NULL""" : $"""b."Department" = {Add(department)}""");
        if (filter.Category is { } category)
            conditions.Add($"""b."Category" = {Add(category)}""");
        if (filter.Channel is { } channel)
            conditions.Add($"""b."Channel" = {Add(channel)}""");
        if (filter.Month is { } month)
            conditions.Add($"""b."Month" = {Add((long)month)}""");
        if (filter.Step is { } step)
            conditions.Add($"""EXISTS (SELECT 1 FROM "Tasks" t WHERE t."CaseId" = b."Id" AND t."Step" = {Add(step)} AND t."State" = 'Completed')""");
        if (address is not null)
            conditions.Add($"""b."Id" IN (SELECT "CaseId" FROM "CaseContacts" WHERE "Organisation" = {Add(organisation)} AND "Hash" = {Add(address)})""");
        return string.Join(" AND ", conditions);
    }

    /// <summary>A parameter with this value.</summary>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@p{_values.Count - 1}");
    }

    private string Time(StatisticsScope scope) => $"""
        c."Organisation" = {Add(scope.Organisation)} AND c."ReceivedAt" >= {Add(scope.From.UtcTicks)} AND c."ReceivedAt" < {Add(scope.To.UtcTicks)}
        AND c."Kind" <> 'Duty' AND (c."Ending" IS NULL OR c."Ending" <> 'merged')
        """;

    // Accused is JSON: a list of user names in quotation marks.
    private string Readable(StatisticsScope scope) =>
        $"""c."Level" IN ({List(scope.Levels)}) AND c."Accused" NOT LIKE {Add($"%\"{Escaped(scope.Reader)}\"%")} ESCAPE '!'""";

    private string List(IReadOnlyList<string> values) => values.Count == 0 ? "''" : string.Join(", ", values.Select(Add));

    private string Month(IReadOnlyList<DateTimeOffset> begins)
    {
        if (begins.Count == 0)
            return "0";
        var cases = begins.Select((begin, index) => string.Create(CultureInfo.InvariantCulture, $"""WHEN c."ReceivedAt" < {Add(begin.UtcTicks)} THEN {index}"""));
        return string.Create(CultureInfo.InvariantCulture, $"CASE {string.Join(' ', cases)} ELSE {begins.Count} END");
    }

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
