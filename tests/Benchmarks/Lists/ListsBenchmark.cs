using System.Diagnostics;
using Bpm.Application.Absences;
using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using Bpm.HostKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Benchmarks.Lists;

/// <summary>
/// How long each list takes at the server, for the role for which it takes longest: the use case alone, and the page over HTTP. Everybody of
/// both organisations asks each list; who waited longest asks again and again.
/// </summary>
internal sealed class ListsBenchmark : IAsyncDisposable
{
    private const int Runs = 11;
    private const double Limit = 100;

    private readonly InProcessHost _host;
    private readonly List<(StaffMember Staff, OrganisationDirectory Directory, ListSample Sample)> _people;

    private ListsBenchmark(InProcessHost host)
    {
        _host = host;
        var database = Path.Combine(host.DataDirectory, "bpm.db");
        _people =
        [
            .. from home in host.Services.GetRequiredService<OrganisationRegistry>().All
               from person in home.Directory.People
               where person.IsActive
               select (person, home.Directory, new ListSample(database, home, person)),
        ];
    }

    /// <summary>Seeds where needed, measures, prints.</summary>
    /// <param name="part">Only lists with this in their names; null for all.</param>
    public static async Task RunAsync(string? part)
    {
        Report.Title("Lists: 100,000 cases, 20,000 open tasks, two organisations");
        var folder = await ListsSeed.FolderAsync();
        await using var benchmark = new ListsBenchmark(await InProcessHost.StartAsync(null, folder));
        Report.Machine();
        Console.WriteLine("\nMilliseconds: median / 95th percentile of the wall clock, processor time of the whole process. ! over 100 ms median, p over it in processor time.\n");
        Console.WriteLine("| list | slowest | rows | use case | CPU | page | CPU | KB | |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var list in MeasuredList.All.Where(list => part is null || list.Name.Contains(part, StringComparison.Ordinal)))
            await benchmark.MeasureAsync(list);
    }

    private async Task MeasureAsync(MeasuredList list)
    {
        (StaffMember Staff, OrganisationDirectory Directory, ListSample Sample)? slowest = null;
        var (longest, rows) = (-1.0, "");
        foreach (var person in _people)
        {
            if (list.Request(person.Sample) is not { } request || await AskAsync(person, request) is not { } first)
                continue;
            // The first asking also compiles; what is compiled anew for each person is short.
            var again = longest < 0 ? await AskAsync(person, request) ?? first : first;
            // By processor time: on a shared machine the clock tells who was unlucky.
            if (again.Cpu > longest)
                (slowest, longest, rows) = (person, again.Cpu, again.Rows);
        }

        if (slowest is not { } who)
        {
            Report.Line($"| {list.Name} | nobody | | | | | | | |");
            return;
        }

        var asked = list.Request(who.Sample)!;
        var useCase = await RepeatAsync(async () => (await AskAsync(who, asked))!.Value.Elapsed);
        var (page, size) = ("| |", 0);
        var pageTime = (Median: 0.0, Cpu: 0.0);
        if (list.Page is { } address)
        {
            var client = await _host.Site.AsAsync(who.Staff.UserName);
            var path = address(who.Sample);
            size = (await client.GetAsync(path)).Expect(200).Text.Length;
            var measured = await RepeatAsync(async () =>
            {
                var began = Stopwatch.GetTimestamp();
                await client.GetAsync(path);
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            });
            pageTime = (measured.Median, measured.Cpu);
            page = FormattableString.Invariant($"{measured.Median:0} / {measured.Late:0} | {measured.Cpu:0}");
        }
        else
        {
            page = "| ";
        }

        var mark = list.IsFigure ? "figure" : useCase.Median > Limit || pageTime.Median > Limit ? "!" : "";
        if (!list.IsFigure && (useCase.Cpu > Limit || pageTime.Cpu > Limit))
            mark += "p";
        Report.Line($"| {list.Name} | {who.Staff.UserName} | {rows} | {useCase.Median:0} / {useCase.Late:0} | {useCase.Cpu:0} | {page} | {size / 1024} | {mark} |");
    }

    private static async Task<(double Median, double Late, double Cpu)> RepeatAsync(Func<Task<double>> ask)
    {
        await ask();
        var used = Environment.CpuUsage.TotalTime;
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
            times.Add(await ask());
        var cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Runs;
        return (Report.Median(times), Report.Percentile(times, 0.95), cpu);
    }

    /// <summary>Asks a use case as somebody; null where it is refused.</summary>
    private async Task<(double Elapsed, double Cpu, string Rows)?> AskAsync((StaffMember Staff, OrganisationDirectory Directory, ListSample Sample) person, object request)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.Become(person.Staff, person.Directory);
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await scope.ServiceProvider.GetRequiredService<Substitutions>().ApplyAsync(caller, CancellationToken.None);
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send((dynamic)request);
        var (elapsed, cpu) = (Stopwatch.GetElapsedTime(began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        if (((IRefusable)answer!).Refusal is not null)
            return null;
        var value = answer.GetType().GetProperty("Value")!.GetValue(answer)!;
        var items = (value.GetType().GetProperty("Items") ?? value.GetType().GetProperty("Rows") ?? value.GetType().GetProperty("Tasks"))?.GetValue(value);
        return (elapsed, cpu, $"{(items as System.Collections.ICollection)?.Count} of {value.GetType().GetProperty("TotalCount")?.GetValue(value)}");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
