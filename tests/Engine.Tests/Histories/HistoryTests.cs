using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bpm.Engine.Storage;

namespace Bpm.Engine.Tests.Histories;

/// <summary>
/// Instances that earlier programs saved go on with today's. A failure means that instances in the field would be lost or behave otherwise.
/// A new format adds a file to each folder, made by
/// <c>BPM_WRITE_HISTORIES=1 dotnet artifacts/bin/Engine.Tests/debug/Bpm.Engine.Tests.dll -class "*.HistoryTests"</c>; no file is ever edited.
/// </summary>
public sealed class HistoryTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var folder in Folders(Built()))
            foreach (var file in Directory.EnumerateFiles(folder, "format*.json").Order(StringComparer.Ordinal))
                files.Add(Path.GetFileName(folder), Path.GetFileNameWithoutExtension(file));
        return files;
    }

    [Theory, MemberData(nameof(Files))]
    public void SavedState_LoadedByThisProgram_GoesOnAsItDidThen(string name, string format)
    {
        var story = new Story(Path.Combine(Built(), name));
        var saved = JsonSerializer.Deserialize<SavedState>(File.ReadAllBytes(Path.Combine(story.Folder, format + ".json")), Options)!;
        saved.State[2].ShouldBe(byte.Parse(format["format".Length..], System.Globalization.CultureInfo.InvariantCulture));
        saved.JournalBlobs.SelectMany(blob => JournalSerializer.Read(blob)).Select(StoryPlayer.Text).ShouldBe(saved.JournalBefore);

        var player = new StoryPlayer(story, saved.SavedAt);
        player.Load(saved.State);
        player.Variables.ShouldBe(saved.Variables, ignoreOrder: true);
        foreach (var step in story.After) player.Play(step);
        player.Journal.ShouldBe(saved.JournalAfter);
        player.Lines.ShouldBe(saved.LinesAfter);
        player.Status.ShouldBe(saved.StatusAfter);
    }

    [Fact]
    public void Stories_EachHasAStateOfTodaysFormat()
    {
        foreach (var folder in Folders(Source()))
        {
            var story = new Story(folder);
            var player = new StoryPlayer(story, Beginning);
            player.Start();
            foreach (var step in story.Before) player.Play(step);
            var path = story.PathOf(player.State[2]);
            if (!File.Exists(path) && Environment.GetEnvironmentVariable("BPM_WRITE_HISTORIES") == "1") Write(story, player, path);
            File.Exists(path).ShouldBeTrue($"{path} is missing: the format is new. See how to write it above {nameof(HistoryTests)}.");
        }
    }

    private static readonly DateTimeOffset Beginning = new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);

    private static void Write(Story story, StoryPlayer player, string path)
    {
        var saved = new SavedState
        {
            State = player.State,
            SavedAt = player.Now,
            JournalBlobs = [.. player.JournalBlobs],
            JournalBefore = [.. player.Journal],
            Variables = player.Variables,
            JournalAfter = [],
            LinesAfter = [],
            StatusAfter = "",
        };
        var (entries, lines) = (player.Journal.Count, player.Lines.Count);
        foreach (var step in story.After) player.Play(step);
        saved = saved with { JournalAfter = [.. player.Journal.Skip(entries)], LinesAfter = [.. player.Lines.Skip(lines)], StatusAfter = player.Status };
        File.WriteAllText(path, JsonSerializer.Serialize(saved, Options) + "\n");
    }

    private static IEnumerable<string> Folders(string root) => Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal);

    private static string Built() => Path.Combine(AppContext.BaseDirectory, "Histories");

    private static string Source([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
