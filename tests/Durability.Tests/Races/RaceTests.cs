using System.Diagnostics;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Races;

/// <summary>A person's completion and the due runner leave a barrier together: exactly one wins, the other has no effect.</summary>
public sealed class RaceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 1030;
    private static readonly DateTimeOffset _start = Read.Moment("2024-03-04T09:00:00+08:00");
    private static readonly TimeSpan _step = TimeSpan.FromMicroseconds(150);
    private readonly Random _random = new(Seed);
    private InProcessHost? _host;
    private int _personWins;
    private int _timeWins;

    // How much later than the due runner the person starts; moved after each race towards the side that lost.
    private TimeSpan _personDelay;

    private Site Site => _host!.Site;

    public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(_start);

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    [Fact]
    public async Task TaskAndTimer_NineHundredTimesInLoopsOfTen_HaveOneWinnerEach()
    {
        await ImportAsync(RaceDefinitions.TaskAgainstDelay());
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 90; i++)
            await RunCaseAsync("C02", rounds: 10, _ => Task.FromResult(TimeSpan.FromHours(1)));
        Report("task against delay", watch);
        _personWins.ShouldBeGreaterThanOrEqualTo(50);
        _timeWins.ShouldBeGreaterThanOrEqualTo(50);
    }

    [Fact]
    public async Task TaskAndBreach_HundredAndFiveTimes_HaveOneWinnerEach()
    {
        await ImportAsync(RaceDefinitions.TaskAgainstBreach());
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 21; i++)
            await RunCaseAsync("C01", rounds: 5, UntilBreachAsync);
        Report("task against breach", watch);
        (_personWins + _timeWins).ShouldBe(105);
        _personWins.ShouldBeGreaterThanOrEqualTo(10);
        _timeWins.ShouldBeGreaterThanOrEqualTo(10);
    }

    private async Task ImportAsync(byte[] definition)
    {
        var answer = await _host!.ImportAsync("xx-water", definition);
        answer.IsRefused.ShouldBeFalse(answer.IsRefused ? answer.Refusal.Message + string.Join('\n', answer.Refusal.Errors.Values.SelectMany(texts => texts)) : "");
    }

    private async Task RunCaseAsync(string sample, int rounds, Func<JsonNode, Task<TimeSpan>> untilDue)
    {
        var body = Complaint.Sample(sample);
        body["channel"] = "counter";
        var @case = await Site.RegisterAsync("a.hotline", body);
        var number = Read.Text(@case["number"]);
        var supervisor = await Site.AsAsync("a.supervisor");
        var hotline = await Site.AsAsync("a.hotline");
        List<string> winners = [];
        for (var round = 1; round <= rounds; round++)
        {
            var race = Path(Read.Tasks(@case, "race", "open").ShouldHaveSingleItem());
            (await hotline.PostAsync(race + "/claim")).Expect(200);
            var personWon = await RaceAsync(hotline, race, await untilDue(@case));
            winners.Add(personWon ? RaceDefinitions.PersonFirst : RaceDefinitions.TimeFirst);
            @case = await supervisor.CaseAsync(number);
            ShouldHaveOneWinner(@case, round, winners);
            await FinishRoundAsync(hotline, @case, round == rounds ? "Ended" : "Redo");
            @case = await supervisor.CaseAsync(number);
        }

        Read.Text(@case["status"]).ShouldBe("closed");
        Read.OpenSteps(@case).ShouldBeEmpty();
        Read.Text(@case["workflow"]!["status"]).ToLowerInvariant().ShouldBe("finished");
        // Whatever the losers left behind would speak now.
        await Site.AdvanceToAsync(await Site.NowAsync() + TimeSpan.FromHours(2));
        ShouldHaveOneWinner(await supervisor.CaseAsync(number), rounds, winners);
    }

    private static void ShouldHaveOneWinner(JsonNode @case, int round, List<string> winners)
    {
        var story = $"{Read.Text(@case["number"])} round {round}: {@case.ToJsonString()}";
        var texts = Read.Items(@case["notices"]).Where(notice => notice["clockId"] is null)
            .OrderBy(notice => Read.Moment(notice["raisedAt"])).ThenBy(notice => Read.Text(notice["id"]), StringComparer.Ordinal).Select(notice => Read.Text(notice["text"]));
        texts.ShouldBe(winners, ignoreOrder: true, story);
        var races = Read.Tasks(@case, "race");
        races.Count.ShouldBe(round, story);
        races.Count(task => Read.Text(task["state"]) == "completed").ShouldBe(winners.Count(winner => winner == RaceDefinitions.PersonFirst), story);
        races.Count(task => Read.Text(task["state"]) == "cancelled").ShouldBe(winners.Count(winner => winner == RaceDefinitions.TimeFirst), story);
        Read.Tasks(@case, "after").Count.ShouldBe(round, story);
    }

    private async Task<bool> RaceAsync(ApiClient hotline, string race, TimeSpan by)
    {
        var admin = await Site.AsAsync("a.admin");
        using var barrier = new Barrier(2);
        var jitter = TimeSpan.FromMicroseconds(_random.Next(300));
        var person = Task.Run(() =>
        {
            barrier.SignalAndWait();
            Spin(_personDelay + jitter);
            return hotline.PostAsync(race + "/complete", new JsonObject { ["outcome"] = "Answered" });
        });
        var time = Task.Run(() =>
        {
            barrier.SignalAndWait();
            Spin(-_personDelay);
            return admin.PostAsync("/api/clock/advance", new JsonObject { ["by"] = System.Xml.XmlConvert.ToString(by) });
        });
        (await time).Expect(200);
        var answer = await person;
        if (answer.IsSuccess)
            _personWins++;
        else
            answer.ExpectProblem(409, "TASK-CANCELLED");
        if (!answer.IsSuccess)
            _timeWins++;
        _personDelay += answer.IsSuccess ? _step : -_step;
        return answer.IsSuccess;
    }

    private static void Spin(TimeSpan span)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < span;)
            Thread.SpinWait(20);
    }

    private static async Task FinishRoundAsync(ApiClient hotline, JsonNode @case, string outcome)
    {
        Read.OpenSteps(@case).ShouldBe(["after"]);
        var after = Path(Read.Tasks(@case, "after", "open")[0]);
        (await hotline.PostAsync(after + "/claim")).Expect(200);
        (await hotline.PostAsync(after + "/complete", new JsonObject { ["outcome"] = outcome, ["comment"] = "按结果办理" })).Expect(200);
    }

    // The warnings on the way are run before the race: they would hold up the due runner only.
    private async Task<TimeSpan> UntilBreachAsync(JsonNode @case)
    {
        var dueAt = Read.Moment(Read.Clocks(@case, "A-4.5")[^1]["dueAt"]);
        await Site.AdvanceToAsync(dueAt - TimeSpan.FromSeconds(1));
        return TimeSpan.FromSeconds(1);
    }

    private static string Path(JsonNode task) => "/api/tasks/" + Read.Text(task["id"]);

    private void Report(string kind, Stopwatch watch) =>
        output.WriteLine($"{kind}: seed {Seed}, person won {_personWins}, time won {_timeWins}, {watch.Elapsed.TotalSeconds:F1} s");
}
