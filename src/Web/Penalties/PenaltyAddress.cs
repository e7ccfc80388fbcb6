using Bpm.Application.Penalties;

namespace Bpm.Web.Penalties;

/// <summary>Addresses of the penalty ledger with what was chosen for it; empty fields of a form are no choice.</summary>
public sealed record PenaltyAddress(string? State, string? Person, string? Department, string? From, string? To, string? Day, string? Complaint)
{
    /// <summary>The ledger.</summary>
    public const string Root = "/penalties";

    /// <summary>A row's page.</summary>
    public static string Of(Guid id) => $"{Root}/{id}";

    /// <summary>The list of a day.</summary>
    public static string OfDay(DateOnly day) => $"{Root}?day={day:yyyy-MM-dd}";

    /// <summary>One page of the list.</summary>
    /// <param name="page">From 0.</param>
    public string OfPage(int page) => With(Root, ("page", page == 0 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The list as a file.</summary>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    public string File(string format) => With("/api/penalties", ("format", format));

    /// <summary>The question for the use case.</summary>
    public ListPenalties Question => new(Chosen(State), Chosen(Person), Chosen(Department), Chosen(From), Chosen(To)) { Day = Chosen(Day), Complaint = Chosen(Complaint) };

    private string With(string path, (string Name, string? Value) last)
    {
        List<(string Name, string? Value)> query =
            [("state", State), ("person", Person), ("department", Department), ("from", From), ("to", To), ("day", Day), ("complaint", Complaint), last];
        var text = string.Join('&', query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
        return text.Length == 0 ? path : $"{path}?{text}";
    }

    private static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
