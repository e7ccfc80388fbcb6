using System.Globalization;
using Bpm.Application.Penalties;
using Bpm.Web.Language;

namespace Bpm.Web.Penalties;

/// <summary>How sums, points and measures of the penalty ledger read.</summary>
public static class PenaltyMoney
{
    /// <summary>A sum in CNY.</summary>
    public static string Yuan(Words words, decimal amount) => words["{0} 元", amount.ToString("#,0.##", CultureInfo.InvariantCulture)];

    /// <summary>What a row costs: the sum, the measure, or where the sum is to be looked up.</summary>
    public static string Of(Words words, PenaltyView row) => row switch
    {
        { Amount: { } amount, Disposition: { } measure } => $"{Yuan(words, amount)}；{measure}",
        { Amount: { } amount } => Yuan(words, amount),
        { Disposition: { } measure } => measure,
        { Reference: { } reference } => words["金额待补填（{0}）", reference],
        _ => "—",
    };
}
