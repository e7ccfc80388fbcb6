using System.Globalization;
using Bpm.Application.Reports.Files;

namespace Bpm.Application.Penalties;

/// <summary>The ledger as a table, one line a row, in the order of the list.</summary>
public static class PenaltySheet
{
    private static readonly (string Heading, Func<PenaltyView, string?> Text)[] _columns =
    [
        ("日期", row => row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("条款", row => row.Section),
        ("条款名称", row => row.RuleName),
        ("受理编号", row => row.Complaint),
        ("受罚人", row => row.PersonName),
        ("称谓", row => row.Title),
        ("部门", row => row.DepartmentName),
        ("金额（元）", row => Number(row.Amount)),
        ("扣分", row => row.Points.ToString(CultureInfo.InvariantCulture)),
        ("处分", row => row.Disposition),
        ("外部规定", row => row.Reference),
        ("状态", row => row.StateName),
        ("依据", row => row.Evidence),
    ];

    /// <summary>The table, to be written as a file.</summary>
    public static Sheet Of(PenaltyLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new("处罚台账", "处罚台账", [.. _columns.Select(column => column.Heading)], [.. ledger.Items.Select(row => _columns.Select(column => column.Text(row)).ToArray())]);
    }

    private static string? Number(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture);
}
