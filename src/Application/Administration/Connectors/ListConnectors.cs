using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Outbox;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Connectors;

/// <summary>State of the outside systems of the caller's organisation.</summary>
/// <param name="System">Messages of this system only; null for all.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 200.</param>
[MayRun(Permission.Administer)]
public sealed record ListConnectors(string? System, int Page, int PageSize) : IQuery<ConnectorList>;

public sealed class ListConnectorsHandler(IOutboxQueries outbox, IEnumerable<IConnector> connectors, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<ListConnectors, Result<ConnectorList>>
{
    public async Task<Result<ConnectorList>> Handle(ListConnectors request, CancellationToken cancellationToken)
    {
        if (request.Page < 0 || request.PageSize is < 1 or > ListLimits.LargestPage)
            return ListLimits.Refusal();
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        var zone = directory.Profile.Identity.Zone;
        var counts = (await outbox.CountAsync(directory.Profile.Identity.Code, cancellationToken)).ToDictionary(count => count.System);
        var codes = directory.Departments.Select(department => department.PushSystem).OfType<string>().Concat(counts.Keys).Distinct().Order(StringComparer.Ordinal);
        var page = await outbox.UndeliveredAsync(directory.Profile.Identity.Code, request.System, request.Page, request.PageSize, cancellationToken);
        return new ConnectorList(
            [.. codes.Select(code => counts.TryGetValue(code, out var count)
                ? new SystemView(code, Name(code), connectors.Any(connector => connector.System == code), count.Pending, count.Failed, count.Oldest.In(zone))
                : new SystemView(code, Name(code), connectors.Any(connector => connector.System == code), 0, 0, null))],
            [.. page.Items.Select(row => new MessageView(
                row.Id, row.System, Name(row.System), row.Kind, row.CaseNumber, row.CreatedAt.In(zone), row.Attempts, row.IsFailed, row.LastError))],
            page.TotalCount);

        string Name(string code) => directory.Profile.Terms.FirstOrDefault(term => term.Code == code)?.Name ?? directory.Profile.Channels.GetValueOrDefault(code)?.Name ?? code;
    }
}
