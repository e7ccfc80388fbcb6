using System.Text.Json.Nodes;
using Bpm.Domain.Tasks;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>
/// Walks a case again and again from its registration until every outcome of every step that comes up was taken, and every value of a
/// choice that a form asks for. It knows nothing of the process: what it meets on one way and does not take, it comes back for.
/// </summary>
/// <param name="start">Registers the case; the same each time.</param>
internal sealed class BranchExplorer(Func<CaseWalk> start)
{
    private const int LongestWalk = 300;
    private const int LongestWait = 60;
    private const int MostValues = 5;
    private const string OccurredAt = "occurredAt";
    private const string Early = "longer ago than one person may say alone";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<Choice[]> _open = new([[]]);

    /// <summary>What was taken: <c>step outcome</c>.</summary>
    public SortedSet<string> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>Walks until nothing is left.</summary>
    /// <param name="ended">Looks at each case at its end, with the way that it went.</param>
    public void Explore(Action<CaseWalk, string> ended)
    {
        while (_open.TryDequeue(out var way))
            Walk(way, ended);
    }

    private void Walk(Choice[] way, Action<CaseWalk, string> ended)
    {
        var walk = start();
        var gone = new List<Choice>();
        var often = new Dictionary<string, int>();
        while (!walk.Instance.IsEnded)
        {
            if (Wait(walk, gone))
                continue;
            var choice = gone.Count < way.Length ? way[gone.Count] : Choose(walk, gone, often);
            gone.Add(choice);
            Taken.Add(choice.Name);
            often[choice.Key] = often.GetValueOrDefault(choice.Key) + 1;
            if (gone.Count > LongestWalk)
                Assert.Fail($"does not end: {Story(gone)}");
            walk.MoveTo(walk.Now + (choice.Value == Early ? TimeSpan.FromMinutes(40) : TimeSpan.FromMinutes(5)));
            if (walk.Open.ElementAtOrDefault(choice.Index) is not { } task || task.Step != choice.Step)
                Assert.Fail($"{choice.Key} is not there any more after {Story(gone)}");
            else
                walk.Complete(task, choice.Outcome, form: choice.Form(walk.Now));
        }

        ended(walk, Story(gone));
    }

    // Nobody has anything to do: something waits for a time.
    private static bool Wait(CaseWalk walk, List<Choice> gone)
    {
        if (walk.Open.Any())
            return false;
        for (var hours = 0; hours < LongestWait * 24 && !walk.Open.Any() && !walk.Instance.IsEnded; hours++)
            walk.MoveTo(walk.Now.AddHours(1));
        if (!walk.Open.Any() && !walk.Instance.IsEnded)
            Assert.Fail($"nobody has anything to do after {Story(gone)}");
        return true;
    }

    private Choice Choose(CaseWalk walk, List<Choice> gone, Dictionary<string, int> often)
    {
        var choices = walk.Open.SelectMany(Choices).ToArray();
        var fresh = choices.Where(c => _known.Add(c.Key)).ToArray();
        foreach (var later in fresh.Skip(1))
            _open.Enqueue([.. gone, later]);
        // The one taken least leads out of every loop in the end.
        return fresh.Length > 0 ? fresh[0] : choices.Where(c => c.Index == 0).MinBy(c => often.GetValueOrDefault(c.Key))!;
    }

    private static IEnumerable<Choice> Choices(HumanTask task, int index)
    {
        foreach (var outcome in task.Outcomes)
        {
            yield return new(task.Step, index, outcome.Name);
            foreach (var (field, form) in task.Form.Properties.Where(p => task.Form.IsRequired(p.Key, outcome.Name) && p.Value.Enum is { Count: > 1 and <= MostValues }))
            {
                foreach (var value in form.Enum!.Skip(1))
                    yield return new(task.Step, index, outcome.Name, field, value);
            }

            if (task.Form.Properties.ContainsKey(OccurredAt))
                yield return new(task.Step, index, outcome.Name, OccurredAt, Early);
        }
    }

    private static string Story(IEnumerable<Choice> gone) => string.Join(" > ", gone.Select(c => c.Key));

    private sealed record Choice(string Step, int Index, string Outcome, string? Field = null, string? Value = null)
    {
        public string Name => $"{Step} {Outcome}";

        public string Key => Field is null ? Name : $"{Name} {Field}={Value}";

        public JsonObject? Form(DateTimeOffset now) => Field switch
        {
            null => null,
            OccurredAt => new() { [Field] = now.AddMinutes(-35).ToString("O") },
            _ => new() { [Field] = Value },
        };
    }
}
