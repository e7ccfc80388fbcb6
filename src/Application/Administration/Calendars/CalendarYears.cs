using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Domain;

namespace Bpm.Application.Administration.Calendars;

/// <summary>Reads the arrangement of a year from what an administrator brings.</summary>
internal static class CalendarYears
{
    private static readonly string[] _offWords = ["holiday", "off", "休", "休息", "放假", "节假日"];
    private static readonly string[] _workWords = ["workday", "work", "班", "上班", "调休", "补班", "调休上班"];

    /// <summary>The year as <c>{holidays, workdays}</c>, its days in order.</summary>
    public static Result<JsonObject> Read(int year, string content)
    {
        var text = content.Trim().TrimStart('\uFEFF');
        var days = text.StartsWith('{') ? FromJson(year, text) : FromCsv(text);
        if (days.IsRefused)
            return days.Refusal;
        var (off, work) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (day, isWorkday, name) in days.Value)
        {
            if (day.Year != year)
                return new YearUnreadable($"{day:yyyy-MM-dd} 不属于 {year} 年，请只导入这一年的日期。");
            var key = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (!(isWorkday ? work : off).TryAdd(key, name) || (isWorkday ? off : work).ContainsKey(key))
                return new YearUnreadable($"{key} 出现了两次，请核对。");
            if (isWorkday && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                return new YearUnreadable($"{key} 本来就是工作日，不能是调休上班日，请核对。");
        }

        if (!off.ContainsKey($"{year}-01-01"))
            return new YearUnreadable($"没有 {year}-01-01（元旦）；请导入全年的安排，不要只导入一部分。");
        return new JsonObject { ["holidays"] = Days(off), ["workdays"] = Days(work) };
    }

    /// <summary>Makes a day another one in a calendar's document.</summary>
    /// <param name="kind"><c>holiday</c>, <c>workday</c> or <c>plain</c>.</param>
    /// <param name="name">The holiday; needed unless plain.</param>
    public static YearMissing? PutDay(JsonObject root, DateOnly date, string kind, string? name)
    {
        if (root["years"]?[date.Year.ToString(CultureInfo.InvariantCulture)] is not JsonObject year)
            return new(date.Year);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var list in (string[])["holidays", "workdays"])
            year[list]!.AsObject().Remove(day);
        if (kind != "plain")
            Insert(year[kind == "holiday" ? "holidays" : "workdays"]!.AsObject(), day, name!.Trim());
        return null;
    }

    /// <summary>Adds a property where it stands in order.</summary>
    public static void Insert(JsonObject known, string name, JsonNode value)
    {
        var place = known.Count(property => string.CompareOrdinal(property.Key, name) < 0);
        known.Insert(place, name, value);
    }

    private static JsonObject Days(SortedDictionary<string, string> days) =>
        new(days.Select(day => KeyValuePair.Create(day.Key, (JsonNode?)JsonValue.Create(day.Value))));

    private static Result<List<(DateOnly, bool, string)>> FromJson(int year, string text)
    {
        try
        {
            var root = JsonNode.Parse(text)!.AsObject();
            var own = root["years"] is JsonObject years ? years[year.ToString(CultureInfo.InvariantCulture)] as JsonObject : root;
            if (own?["holidays"] is not JsonObject off || own["workdays"] is not JsonObject work)
                return new YearUnreadable($"文件里没有 {year} 年的 holidays 和 workdays。");
            return off.Select(day => (Day(day.Key), false, Text(day.Value))).Concat(work.Select(day => (Day(day.Key), true, Text(day.Value)))).ToList();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return new YearUnreadable("不是日历文件的格式；请使用产品自带的 JSON 格式，或每行写“日期,休”“日期,班”。");
        }
    }

    private static Result<List<(DateOnly, bool, string)>> FromCsv(string text)
    {
        var days = new List<(DateOnly, bool, string)>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var parts = line.Trim().Split([',', '，', ';', '\t']).Select(part => part.Trim().Trim('"')).ToArray();
            if (parts.All(part => part.Length == 0) || (index == 0 && parts[0] is "date" or "日期"))
                continue;
            string[] formats = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
            if (!DateOnly.TryParseExact(parts[0], formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new YearUnreadable($"第 {index + 1} 行的日期“{parts[0]}”无法识别，请写成 2027-01-01。");
            var kind = parts.Length > 1 ? parts[1].ToLowerInvariant() : "";
            if (!_offWords.Contains(kind) && !_workWords.Contains(kind))
                return new YearUnreadable($"第 {index + 1} 行的类型“{kind}”无法识别，请写“休”（holiday）或“班”（workday）。");
            var isWorkday = _workWords.Contains(kind);
            days.Add((day, isWorkday, parts.Length > 2 && parts[2].Length > 0 ? parts[2] : isWorkday ? "调休" : "节假日"));
        }

        return days;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
