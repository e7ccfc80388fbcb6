using Bpm.Application.Installation;
using Bpm.Domain.Complaints;
using Bpm.Domain.Reports;
using Bpm.Workflows.Cases;

namespace Bpm.Application.Reports;

/// <summary>Computes the rows of reports, and does in the running transaction what a duty's workflow asked for.</summary>
public sealed class ReportDesk(IReportStore reports, IReportQueries queries)
{
    /// <summary>The rows of a report for a time, as of now.</summary>
    public async Task<IReadOnlyList<ReportRow>> RowsAsync(
        Installed home, ReportProfile report, ReportPeriod period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = (period.From, period.To);
        switch (report.Source)
        {
            case ReportSource.FollowUps:
                return await queries.FollowUpsAsync(home.Code, report.Channels, from, to, cancellationToken);
            case ReportSource.Overdue:
                return await queries.OverdueAsync(home.Code, now, cancellationToken);
            case ReportSource.Breaches:
                return await queries.BreachesAsync(home.Code, report.Rules, report.Channels, from, to, now, cancellationToken);
            case ReportSource.WeakReplies:
                var late = await queries.BreachesAsync(home.Code, report.Rules, report.Channels, from, to, now, cancellationToken);
                return report.Step is null
                    ? late
                    : [.. late, .. await queries.ChecksAsync(home.Code, report.Step, report.Fields, from, to, cancellationToken)];
            default:
                throw new InvalidOperationException($"Report {report.Code} has no source.");
        }
    }

    /// <summary>A page of the rows. What is overdue or was missed over all cases is long: no more than the page is read of it.</summary>
    /// <param name="pageSize">Null for all rows.</param>
    public async Task<Page<ReportRow>> PageAsync(
        Installed home, ReportProfile report, ReportPeriod period, DateTimeOffset now, int page, int? pageSize, CancellationToken cancellationToken) =>
        (report.Source, pageSize) switch
        {
            (ReportSource.Overdue, { } size) => await queries.OverduePageAsync(home.Code, now, page, size, cancellationToken),
            (ReportSource.Breaches, { } size) => await queries.BreachesPageAsync(
                home.Code, report.Rules, report.Channels, period.From, period.To, now, page, size, cancellationToken),
            _ => Slice(await RowsAsync(home, report, period, now, cancellationToken), page, pageSize),
        };

    /// <summary>A page of rows that are there.</summary>
    /// <param name="pageSize">Null for all rows.</param>
    public static Page<ReportRow> Slice(IReadOnlyList<ReportRow> rows, int page, int? pageSize) =>
        new(pageSize is { } size ? [.. rows.Skip(page * size).Take(size)] : rows, rows.Count);

    /// <summary>Does what the workflow of a duty asked for. A report that is drawn up already stays as it is.</summary>
    public async Task FulfilAsync(Installed home, Case duty, ReportRequest request, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = home.Directory.Profile.Reports[request.Code];
        if (request.Action == ReportAction.Draft)
        {
            // The day of the duty, also where it is made up for later.
            var period = ReportPeriod.OfDraft(profile.Source, home.Calendar.DayOf(duty.ReceivedAt), home.Calendar);
            if (await reports.FindAsync(home.Code, profile.Code, period.Date, cancellationToken) is null)
            {
                var rows = await RowsAsync(home, profile, period, now, cancellationToken);
                reports.Add(Report.Draft(home.Code, profile.Code, period, duty.Id, duty.Number, rows, now));
            }

            return;
        }

        var drawnUp = await reports.FindByCaseAsync(duty.Id, profile.Code, cancellationToken);
        if (request.Action == ReportAction.Confirm)
            drawnUp?.Confirm(actor, now);
        else
            drawnUp?.Send(actor, now);
    }
}
