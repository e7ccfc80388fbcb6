using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Due;

/// <summary>Moves the virtual clock and remembers the moment for the next start.</summary>
[MayRun(Permission.System)]
public sealed record StoreVirtualTime(DateTimeOffset Moment) : ICommand<Done>
{
    /// <summary>Name of the setting that holds the moment, ISO 8601 in UTC.</summary>
    public const string SettingName = "clock.virtual-time";

    /// <summary>The setting's text.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

public sealed class StoreVirtualTimeHandler(ISettings settings, BusinessClock clock) : IRequestHandler<StoreVirtualTime, Result<Done>>
{
    public async Task<Result<Done>> Handle(StoreVirtualTime request, CancellationToken cancellationToken)
    {
        clock.MoveTo(request.Moment);
        // The clock's own moment: a repeated request may name one that the clock has passed since.
        await settings.PutAsync(StoreVirtualTime.SettingName, StoreVirtualTime.Text(clock.GetUtcNow()), cancellationToken);
        return default(Done);
    }
}
