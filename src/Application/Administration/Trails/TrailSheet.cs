using System.Globalization;
using Bpm.Application.Audit;
using Bpm.Application.Reports.Files;

namespace Bpm.Application.Administration.Trails;

/// <summary>Entries of the audit trail as a table that leaves the product.</summary>
public static class TrailSheet
{
    /// <summary>The table.</summary>
    public static Sheet Of(IEnumerable<AuditRow> rows) => new(
        "操作记录", "操作记录", ["时间", "人员", "用户名", "操作", "操作代码", "案件", "对象", "说明"],
        [
            .. rows.Select(row => (IReadOnlyList<string?>)
            [
                row.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.ActorName, row.Actor, AuditTitles.Of(row.Action), row.Action, row.CaseNumber, row.Subject, row.Detail,
            ]),
        ]);
}
