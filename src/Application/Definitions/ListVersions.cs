using Bpm.Application.Access;
using Bpm.Application.Instances;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>All versions of a definition, the newest first, with the instances that run on each.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListVersions(string DefinitionId) : IQuery<DefinitionVersions>;

/// <summary>The versions of a definition.</summary>
public sealed record DefinitionVersions(string DefinitionId, string Name, IReadOnlyList<DefinitionVersions.Row> Items)
{
    /// <summary>One version; moments in the organisation's zone.</summary>
    /// <param name="Author">Display name of who began it.</param>
    /// <param name="SavedBy">Display name of who last changed it.</param>
    /// <param name="Approver">Display name of the second person; null where none was asked for.</param>
    /// <param name="Running">Instances that are not finished.</param>
    /// <param name="Finished">Instances that are.</param>
    public sealed record Row(DefinitionSummary Version, string Author, string SavedBy, string? Approver, int Running, int Finished);
}

public sealed class ListVersionsHandler(IDefinitionStore store, IInstanceQueries instances, Caller caller)
    : IRequestHandler<ListVersions, Result<DefinitionVersions>>
{
    private const int Most = 1000;

    public async Task<Result<DefinitionVersions>> Handle(ListVersions request, CancellationToken cancellationToken)
    {
        var home = caller.Home;
        var zone = home.Profile.Identity.Zone;
        var page = await store.ListAsync(
            new(home.Profile.Identity.Code, VersionChoice.AllVersions, [], [request.DefinitionId], null, DefinitionOrder.Version, true, 0, Most), cancellationToken);
        if (page.Items.Count == 0)
            return new DefinitionNotFound(request.DefinitionId);
        var counts = await instances.CountAsync(request.DefinitionId, cancellationToken);
        return new DefinitionVersions(request.DefinitionId, page.Items[0].Name, [.. page.Items.Select(Row)]);

        DefinitionVersions.Row Row(DefinitionSummary version)
        {
            var (running, finished) = counts.GetValueOrDefault(version.Id);
            return new(
                version with { CreatedAt = version.CreatedAt.In(zone), SavedAt = version.SavedAt.In(zone), PublishedAt = version.PublishedAt.In(zone) },
                Name(version.Author), Name(version.SavedBy), version.ApprovedBy is { } approver ? Name(approver) : null, running, finished);
        }

        string Name(string user) => home.People.FirstOrDefault(person => person.UserName == user)?.DisplayName ?? (user == "system" ? "系统" : user);
    }
}
