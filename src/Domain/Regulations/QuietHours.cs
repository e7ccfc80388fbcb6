namespace Bpm.Domain.Regulations;

/// <summary>
/// The night in which notices to office roles wait; local times, the span may pass midnight. Holding a notice never moves a clock.
/// </summary>
/// <param name="From">Begin, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="ReleaseAt">When held notices are delivered: on the morning after, not before <paramref name="To"/>.</param>
/// <param name="Exempt">Recipient tokens of people who work at night; <c>duty:*</c> is every roster.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeOnly ReleaseAt, IReadOnlyList<string> Exempt)
{
    /// <summary>Whether a recipient token is of people who work at night.</summary>
    public bool IsExempt(string recipient) => Exempt.Any(e =>
        e.EndsWith('*') ? recipient.StartsWith(e[..^1], StringComparison.Ordinal) : recipient == e);

    /// <summary>When a notice to this recipient is delivered.</summary>
    /// <param name="raised">When it was raised.</param>
    /// <param name="recipient">Recipient token.</param>
    /// <param name="alsoAtNight">The rung asks not to be held.</param>
    /// <param name="zone">The organisation's zone.</param>
    public DateTimeOffset DeliverAt(DateTimeOffset raised, string recipient, bool alsoAtNight, TimeZoneInfo zone) =>
        DeliverAt(raised, alsoAtNight || IsExempt(recipient), zone);

    /// <summary>When a notice is delivered: at once, or at the release time when it is raised in quiet hours.</summary>
    public DateTimeOffset DeliverAt(DateTimeOffset raised, bool alsoAtNight, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (alsoAtNight) return raised;
        var local = TimeZoneInfo.ConvertTime(raised, zone).DateTime;
        if (!TimeOnly.FromDateTime(local).IsBetween(From, To)) return raised;
        var release = local.Date + ReleaseAt.ToTimeSpan();
        if (release < local) release = release.AddDays(1);
        return new DateTimeOffset(release, zone.GetUtcOffset(release));
    }
}
