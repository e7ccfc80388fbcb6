using System.Globalization;
using System.Text.Json;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.TestKit;

namespace Bpm.Engine.Tests.Histories;

/// <summary>Plays a story step by step and writes down what happens. The instance is stored and loaded after every burst.</summary>
internal sealed class StoryPlayer(Story story, DateTimeOffset now)
{
    private readonly TestClock _clock = new(now);
    private WorkflowInstance _instance = null!;

    public byte[] State => InstanceSerializer.Write(_instance);
    public DateTimeOffset Now => _clock.GetUtcNow();
    public string Status => _instance.SubStatus.ToString();
    public List<byte[]> JournalBlobs { get; } = [];
    public List<string> Journal { get; } = [];
    public List<string> Lines { get; } = [];

    /// <summary>The workflow's variables with their types.</summary>
    public Dictionary<string, string> Variables => story.Graph.Variables.ToDictionary(
        v => v.Name, v => _instance.GetVariable(v.Name) is { } value ? $"{value.GetType().Name} {Text(value)}" : "null");

    public void Start() => Keep(Runner.Start(story.Graph, new StartOptions { InstanceId = "golden", CorrelationId = "c1" }, null));

    public void Load(byte[] state)
    {
        _instance = InstanceSerializer.Read(state);
        WorkflowRunner.Bind(story.Graph, _instance);
    }

    public void Play(JsonElement step)
    {
        if (step.TryGetProperty("event", out var name))
        {
            var hash = Stimulus.Hash(Stimulus.Event, name.GetString());
            object? payload = step.TryGetProperty("payload", out var given) ? given.GetString() : null;
            foreach (var bookmark in _instance.Bookmarks.Where(b => b.Hash == hash).ToList()) Resume(bookmark.Id, payload);
            return;
        }
        var until = Now + TimeSpan.Parse(step.GetProperty("advance").GetString()!, CultureInfo.InvariantCulture);
        while (_instance.Bookmarks.Where(b => b.DueAt <= until).MinBy(b => b.DueAt) is { } timer)
        {
            if (timer.DueAt > Now) _clock.MoveTo(timer.DueAt.Value);
            Resume(timer.Id, null);
        }
        _clock.MoveTo(until);
    }

    /// <summary>One entry as text.</summary>
    public static string Text(JournalEntry e) =>
        $"{e.Sequence} {e.Time.UtcDateTime:HH:mm:ss} {e.NodePath} #{e.ActivityInstanceId}<{e.ParentInstanceId} {e.EventName} [{string.Join(',', e.Outcomes)}] {e.Message}".TrimEnd();

    private WorkflowRunner Runner => new(_clock);

    private void Resume(string bookmarkId, object? payload) => Keep(Runner.Resume(story.Graph, _instance, bookmarkId, payload, null));

    private void Keep(Burst burst)
    {
        JournalBlobs.Add(JournalSerializer.Write(burst.Journal));
        Journal.AddRange(burst.Journal.Select(Text));
        Lines.AddRange(burst.Lines);
        Load(InstanceSerializer.Write(burst.Instance));
    }

    private static string Text(object value) => value switch
    {
        string s => s,
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.Select(p => $"{p.Key}: {Typed(p.Value)}")) + "}",
        System.Collections.IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Typed)) + "]",
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Typed(object? value) => value is null ? "null" : $"{value.GetType().Name} {Text(value)}";
}
