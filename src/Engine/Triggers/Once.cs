namespace Bpm.Engine.Triggers;

/// <summary>One moment; where it is past when the definition is published, right after publishing.</summary>
internal sealed record Once(DateTimeOffset Moment) : ITimetable
{
    public string Text => Moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public DateTimeOffset? NextAfter(DateTimeOffset moment, DateTimeOffset publishedAt)
    {
        // A tick later, so that asking again after that moment gives nothing.
        var due = Moment > publishedAt ? Moment : publishedAt.AddTicks(1);
        return due > moment ? due.ToUniversalTime() : null;
    }
}
