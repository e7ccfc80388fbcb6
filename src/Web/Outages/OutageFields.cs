using Bpm.Application.Outages;
using Bpm.Web.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Outages;

/// <summary>The fields of an outage's form: what was typed, or how the outage stands.</summary>
/// <param name="Begins">As a browser's field holds it, in the organisation's zone.</param>
/// <param name="ExpectedEnd">Likewise.</param>
public sealed record OutageFields(string Title, string Text, string Area, string Begins, string ExpectedEnd, string MainCase)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What was typed.</summary>
    public static OutageFields Read(IFormCollection form) =>
        new(form["title"].ToString(), form["text"].ToString(), form["area"].ToString(), form["begins"].ToString(), form["expectedEnd"].ToString(), form["mainCase"].ToString());

    /// <summary>How an outage stands.</summary>
    public static OutageFields Of(OutageView outage) => new(
        outage.Title, outage.Text, outage.Area, Local(outage.Begins), outage.ExpectedEnd is { } end ? Local(end) : "", outage.MainCase?.Number ?? "");

    /// <summary>A new one that begins now.</summary>
    /// <param name="now">With the organisation's offset.</param>
    /// <param name="mainCase">Number of the case that it is announced for, or null.</param>
    public static OutageFields New(DateTimeOffset now, string? mainCase) => new("", "", "", Local(now), "", mainCase ?? "");

    /// <summary>Begin; null where nothing was typed.</summary>
    public DateTimeOffset? BeginsAt(TimeZoneInfo zone) => At(Begins, zone);

    /// <summary>Expected end; null where nothing was typed.</summary>
    public DateTimeOffset? EndsAt(TimeZoneInfo zone) => At(ExpectedEnd, zone);

    private static DateTimeOffset? At(string text, TimeZoneInfo zone) => string.IsNullOrWhiteSpace(text) ? null : TaskAnswers.Moment(text, zone);

    private static string Local(DateTimeOffset at) => at.ToString(Format, System.Globalization.CultureInfo.InvariantCulture);
}
