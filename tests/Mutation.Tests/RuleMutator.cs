using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;

namespace Bpm.Mutation.Tests;

/// <summary>Makes mutants of a rule: another duration, a weaker condition, and every rung of its ladder later, gone, of another kind or with a recipient less.</summary>
internal sealed class RuleMutator
{
    private readonly string _json;
    private readonly ClockRule _rule;

    /// <param name="json">The whole <c>rules.json</c>.</param>
    public RuleMutator(string json, string rule) => (_json, _rule) = (json, RuleSet.Parse(json).Find(rule)!);

    /// <summary>When it starts to run: for which cases.</summary>
    public IEnumerable<RuleMutant> Conditions()
    {
        var when = Entry(JsonNode.Parse(_json)!)["when"] as JsonObject;
        foreach (var key in when?.Select(p => p.Key).ToArray() ?? [])
            yield return Spoil($"when without {key}", entry => entry["when"]!.AsObject().Remove(key));
    }

    /// <summary>How long it runs.</summary>
    public IEnumerable<RuleMutant> Durations()
    {
        yield return Spoil("duration longer", entry => entry["duration"] = Longer((string)entry["duration"]!));
    }

    /// <summary>Who hears of it, and when.</summary>
    public IEnumerable<RuleMutant> Ladder()
    {
        for (var i = 0; i < _rule.Rungs.Count; i++)
        {
            var (index, rung) = (i, _rule.Rungs[i]);
            yield return Spoil($"{rung.Name} gone", entry => Rungs(entry).RemoveAt(index));
            yield return Spoil($"{rung.Name} later", entry => Rungs(entry)[index]!["at"] = Text(rung.At, 1));
            foreach (var kind in Enum.GetValues<ThresholdKind>().Where(kind => kind != rung.Kind))
                yield return Spoil($"{rung.Name} as {kind}", entry => Rungs(entry)[index]!["kind"] = Word(kind));
            for (var j = 0; j < rung.Recipients.Count; j++)
            {
                var recipient = j;
                yield return Spoil($"{rung.Name} without {rung.Recipients[j]}", entry => Rungs(entry)[index]!["to"]!.AsArray().RemoveAt(recipient));
            }
        }
    }

    // The ladder that the rule shares with others is written out, so that the others keep theirs.
    private JsonArray Rungs(JsonObject entry)
    {
        foreach (var key in (string[])["ladder", "substitute", "warn"])
            entry.Remove(key);
        var rungs = new JsonArray([.. _rule.Rungs.Select(r => new JsonObject
        {
            ["rung"] = r.Name,
            ["kind"] = Word(r.Kind),
            ["at"] = Text(r.At, 0),
            ["to"] = new JsonArray([.. r.Recipients.Select(to => JsonValue.Create(to))]),
            ["alsoAtNight"] = r.AlsoAtNight,
        })]);
        entry["rungs"] = rungs;
        return rungs;
    }

    private RuleMutant Spoil(string what, Action<JsonObject> spoil)
    {
        var json = JsonNode.Parse(_json)!;
        spoil(Entry(json));
        try
        {
            return new(what, RuleSet.Parse(json.ToJsonString()));
        }
        catch (InvalidRulesException)
        {
            return new(what, null);
        }
    }

    private JsonObject Entry(JsonNode json) => json["clocks"]!.AsArray().Single(c => (string?)c!["id"] == _rule.Id)!.AsObject();

    private static string Word(ThresholdKind kind) => kind.ToString().ToLowerInvariant();

    private static string Longer(string duration) => duration switch
    {
        _ when duration.EndsWith("WD", StringComparison.Ordinal) => Invariant($"P{Number(duration[1..^2]) + 1}WD"),
        _ when duration.EndsWith('M') => Invariant($"PT{Number(duration[2..^1]) + 1}M"),
        _ when duration.EndsWith('H') => Invariant($"PT{(Number(duration[2..^1]) * 60) + 1}M"),
        _ => Invariant($"P{Number(duration[1..^1]) + 1}D"),
    };

    // A rung of a share of the way moves by a tenth: a hundredth of half an hour is less than a minute.
    private static string Text(RungTime at, int minutes)
    {
        if (at.Percent is { } percent)
            return Invariant($"{percent + (minutes * 10)}%");
        var origin = at.FromStart ? "start" : "due";
        if (at.WorkingDays != 0 || at.TimeOfDay is not null)
        {
            var days = at.WorkingDays == 0 ? "" : Invariant($"{(at.WorkingDays > 0 ? "+" : "-")}{Math.Abs(at.WorkingDays)}WD");
            // Without a time of day a working day ends at the close of the office.
            var time = at.TimeOfDay?.AddMinutes(minutes) ?? (minutes == 0 ? null : new TimeOnly(17, 30).AddMinutes(minutes));
            return time is { } moment ? Invariant($"{origin}{days} {moment:HH:mm}") : origin + days;
        }

        var offset = (int)at.Offset.TotalMinutes + minutes;
        return offset == 0 ? origin : Invariant($"{origin}{(offset > 0 ? "+" : "-")}{Math.Abs(offset)}m");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
