using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Application.Tasks;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>The product's own use cases, as its doors send them, without the doors.</summary>
internal sealed class Desk(IServiceProvider services)
{
    private readonly Dictionary<string, (int Count, TimeSpan Spent)> _spent = [];
    private readonly OrganisationRegistry _organisations = services.GetRequiredService<OrganisationRegistry>();
    private readonly BusinessClock _clock = services.GetRequiredService<BusinessClock>();
    private readonly DueRunner _due = services.GetRequiredService<DueRunner>();

    public OrganisationDirectory Directory(string organisation) => _organisations.Of(organisation).Directory;

    /// <summary>How long each kind of call took, for people.</summary>
    public string Spent => string.Join(", ", _spent.Select(s => $"{s.Value.Count} {s.Key} {s.Value.Spent.TotalMilliseconds / s.Value.Count:F1} ms"));

    /// <summary>Advances the virtual clock; where nothing falls due on the way there is nothing to run or to store.</summary>
    public Task AdvanceAsync(DateTimeOffset to) => TimedAsync("advance", async () =>
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IDueRows>().FirstDueAsync(CancellationToken.None) > to)
            _clock.MoveTo(to);
        else
            await _due.AdvanceAsync(to, CancellationToken.None);
        return 0;
    });

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await work();
        var (count, spent) = _spent.GetValueOrDefault(what);
        _spent[what] = (count + 1, spent + System.Diagnostics.Stopwatch.GetElapsedTime(start));
        return result;
    }


    public Task<Result<CaseView>> RegisterAsync(string user, RegisterComplaint request) => TimedAsync("register", () => SendAsync(user, request));

    public Task<Result<TaskView>> ClaimAsync(string user, Guid task) => TimedAsync("claim", () => SendAsync(user, new ClaimTask(task)));

    public Task<Result<TaskView>> CompleteAsync(string user, CompleteTask request) => TimedAsync("complete", () => SendAsync(user, request));

    public async Task<Result<AttachmentView>> AttachAsync(string user, string number)
    {
        await using var scope = ScopeOf(user);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AttachFile(number, "scan.pdf", "%PDF-1.4 scan"u8.ToArray()));
    }

    /// <summary>The case as it is stored.</summary>
    public Task<Case> ReadAsync(Guid id) => TimedAsync("read", () => FindAsync(id));

    private async Task<Case> FindAsync(Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ICaseStore>().FindAsync(id, CancellationToken.None))!;
    }

    /// <summary>The case with a number as it is stored, or null.</summary>
    public async Task<Case?> FindAsync(string number)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICaseStore>().FindByNumberAsync(number, CancellationToken.None);
    }

    /// <summary>The workflow instance of a case.</summary>
    public async Task<WorkflowInstance> InstanceAsync(Case complaint)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IInstanceStore>().FindAsync(complaint.InstanceId, CancellationToken.None))!;
    }

    private async Task<Result<T>> SendAsync<T>(string user, ICommand<T> command)
    {
        await using var scope = ScopeOf(user);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }

    private AsyncServiceScope ScopeOf(string user)
    {
        var scope = services.CreateAsyncScope();
        var (staff, directory) = _organisations.FindStaff(user)!.Value;
        scope.ServiceProvider.GetRequiredService<Caller>().Become(staff, directory);
        return scope;
    }
}
