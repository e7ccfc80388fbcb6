using Bpm.Application;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Due;
using Bpm.Application.Http;
using Bpm.Application.Installation;
using Bpm.Application.Instances;
using Bpm.Connectors;
using Bpm.Domain;
using Bpm.HostKit;
using Bpm.Persistence;
using Bpm.Workflows.Packs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>
/// One node: the product without its doors, with connections and a writer of its own. Several may work on one folder; then they are to the
/// database what several processes are. Nothing runs by itself: the test calls the due runner.
/// </summary>
public sealed class Node : IAsyncDisposable
{
    public const string Organisation = "xx-water";
    private static readonly IReadOnlyList<PackDocument> _documents =
        PackDocuments.Of(PackReader.ReadAll(Repository.PathOf("workflow-definitions")).Single(reading => reading.Folder == Organisation));

    private readonly ServiceProvider _services;

    private Node(string folder, TimeProvider time) => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(BusinessClock.Real(time))
        .AddBpmApplication()
        .AddOutgoingHttp(new OutgoingHttp())
        .AddBpmPersistence(new PersistenceOptions { DataDirectory = folder })
        .BuildServiceProvider();

    /// <summary>Opens the folder's database.</summary>
    public static async Task<Node> StartAsync(string folder, TimeProvider time)
    {
        var node = new Node(folder, time);
        await node._services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
        node._services.GetRequiredService<OrganisationRegistry>().Load(_documents);
        return node;
    }

    /// <summary>Runs a use case as the process admin.</summary>
    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        var (staff, directory) = _services.GetRequiredService<OrganisationRegistry>().FindStaff("a.process")!.Value;
        scope.ServiceProvider.GetRequiredService<Caller>().Become(staff, directory);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Publishes workflows.</summary>
    public Task PublishAsync(params PlainFlow[] flows) => PublishAsync([.. flows.Select(flow => flow.Build())]);

    /// <summary>Publishes definition files.</summary>
    public async Task PublishAsync(params byte[][] files)
    {
        var published = await SendAsync(new ImportDefinitions(Organisation, files, null));
        published.IsRefused.ShouldBeFalse(published.IsRefused ? published.Refusal.Message + string.Join('\n', published.Refusal.Errors.Values.SelectMany(texts => texts)) : "");
    }

    /// <summary>Starts a workflow by hand.</summary>
    public Task<Result<InstanceView>> TryStartAsync(string definitionId, string? correlationId = null) =>
        SendAsync(new StartWorkflow(definitionId, correlationId, null, null));

    /// <summary>Sends an event and runs what it leads to.</summary>
    public async Task<StimulusReceivers> TellAsync(string name, string? correlationId = null)
    {
        var receivers = (await SendAsync(new SendEvent(name, correlationId, null))).Value;
        await RunDueAsync();
        return receivers;
    }

    /// <summary>Runs everything due.</summary>
    public Task<DateTimeOffset?> RunDueAsync() => _services.GetRequiredService<DueRunner>().RunDueAsync(CancellationToken.None);

    /// <summary>Instances of a workflow, oldest first.</summary>
    public async Task<IReadOnlyList<InstanceRow>> InstancesAsync(string definitionId) =>
        [.. (await SendAsync(new ListInstances(definitionId, null, null, 0, 500))).Value.Items.Reverse()];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
