using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Installation;

/// <summary>Remembers a value of the installation.</summary>
[MayRun(Permission.System)]
public sealed record PutSetting(string Name, string Value) : ICommand<Done>;

public sealed class PutSettingHandler(ISettings settings) : IRequestHandler<PutSetting, Result<Done>>
{
    public async Task<Result<Done>> Handle(PutSetting request, CancellationToken cancellationToken)
    {
        await settings.PutAsync(request.Name, request.Value, cancellationToken);
        return default(Done);
    }
}
