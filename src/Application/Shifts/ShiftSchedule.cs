using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Transactions;

namespace Bpm.Application.Shifts;

/// <summary>Keeps one due row for each roster of an organisation that rules name: its next change of shift. Writing needs a running transaction.</summary>
public sealed class ShiftSchedule(IDueRows dueRows, ITransaction transaction, DueSignal signal, BusinessClock clock)
{
    /// <summary>Writes the rows that are missing.</summary>
    public async Task EnsureAsync(Installed home, CancellationToken cancellationToken)
    {
        foreach (var roster in home.RulesFor(clock.GetUtcNow()).Rules.Select(rule => rule.Roster).OfType<string>().Distinct())
        {
            if (!await dueRows.AnyAsync(DueKind.Shift, home.Code, roster, cancellationToken))
                await ContinueAsync(home, roster, cancellationToken);
        }
    }

    /// <summary>
    /// Puts the row of the next change after now. Changes that were missed while everything was down are not made up for: only who is on duty
    /// now counts.
    /// </summary>
    public async Task ContinueAsync(Installed home, string roster, CancellationToken cancellationToken)
    {
        if (home.Directory.ShiftOf(roster, clock.GetUtcNow()) is not { } shift)
            return;
        await dueRows.PutAsync(DueKind.Shift, home.Code, home.Code, roster, shift.To, null, cancellationToken);
        transaction.AfterCommit(signal.Set);
    }
}
