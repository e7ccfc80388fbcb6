using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Due;

/// <summary>Moves a row that failed to a later moment, so that it holds up no other.</summary>
[MayRun(Permission.System)]
public sealed record PostponeDueRow(DueRow Row, DateTimeOffset Until) : ICommand<Done>;

public sealed class PostponeDueRowHandler(IDueRows dueRows) : IRequestHandler<PostponeDueRow, Result<Done>>
{
    public async Task<Result<Done>> Handle(PostponeDueRow request, CancellationToken cancellationToken)
    {
        var row = request.Row;
        await dueRows.PutAsync(row.Kind, row.Organisation, row.Subject, row.Reference, request.Until, row.Payload, cancellationToken);
        return default(Done);
    }
}
