namespace Bpm.Domain.Outages;

/// <summary>
/// 停水通告: where the water fails, since when and until when, and what callers are told. It lasts until somebody ends it: a burst that takes
/// longer than expected is still a burst. Business time, UTC.
/// </summary>
public sealed class Outage
{
    /// <summary>Longest title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>Longest text and longest area, in UTF-16 units.</summary>
    public const int MaxTextLength = 1000;

    /// <summary>How far from now an outage may begin: further on it is a slip of the year.</summary>
    public static TimeSpan Furthest { get; } = TimeSpan.FromDays(92);

    private Outage()
    {
    }

    public Guid Id { get; private set; }

    public string Organisation { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>What callers are told.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Streets and quarters, one a line.</summary>
    public string Area { get; private set; } = "";

    public DateTimeOffset Begins { get; private set; }

    /// <summary>Null while nobody can say.</summary>
    public DateTimeOffset? ExpectedEnd { get; private set; }

    /// <summary>When somebody said that it is over; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Number of the case that goes on for all calls about it, or null.</summary>
    public string? MainCase { get; private set; }

    /// <summary>Id of <see cref="MainCase"/>.</summary>
    public Guid? MainCaseId { get; private set; }

    public string AnnouncedBy { get; private set; } = "";

    public DateTimeOffset AnnouncedAt { get; private set; }

    /// <summary>Who changed or ended it last, or null.</summary>
    public string? ChangedBy { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Where it stands at a moment.</summary>
    public OutageState StateAt(DateTimeOffset now) => EndedAt is not null ? OutageState.Past : Begins > now ? OutageState.Planned : OutageState.Current;

    /// <summary>True where an address, as a caller says it, may lie in the area.</summary>
    public bool Covers(string? address) => OutageArea.Covers(Area, address);

    /// <summary>Announces an outage.</summary>
    /// <param name="by">User name.</param>
    public static Result<Outage> Announce(string organisation, OutageTerms terms, string by, DateTimeOffset now)
    {
        if (Problem(terms, now) is { } problem)
            return problem;
        var outage = new Outage { Id = OrderedId.New(now), Organisation = organisation, AnnouncedBy = by, AnnouncedAt = now };
        outage.Write(terms);
        return outage;
    }

    /// <summary>Says it otherwise; refused once it is over.</summary>
    public Result<Done> Change(OutageTerms terms, string by, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return new OutageEnded();
        if (Problem(terms, terms.Begins == Begins ? Begins : now) is { } problem)
            return problem;
        Write(terms);
        (ChangedBy, ChangedAt) = (by, now);
        return default(Done);
    }

    /// <summary>Names the case that goes on for all calls about it; null for none.</summary>
    public void BelongTo(string? number, Guid? caseId) => (MainCase, MainCaseId) = (number, caseId);

    /// <summary>It is over; one that has not begun does not come. Repeated, it changes nothing.</summary>
    /// <returns>False when it was over before.</returns>
    public bool End(string by, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return false;
        EndedAt = now;
        (ChangedBy, ChangedAt) = (by, now);
        return true;
    }

    private static OutageInvalid? Problem(OutageTerms terms, DateTimeOffset around)
    {
        foreach (var (field, title, text, most, oneLine) in ((string, string, string?, int, bool)[])[
            ("title", "标题", terms.Title, MaxTitleLength, true), ("text", "告知客户的话", terms.Text, MaxTextLength, false), ("area", "停水范围", terms.Area, MaxTextLength, false)])
        {
            if (string.IsNullOrWhiteSpace(text))
                return new(field, $"请填写{title}。");
            if (text.Trim().Length > most)
                return new(field, $"{title}最多 {most} 个字符。");
            if (oneLine ? !TextRules.IsOneCleanLine(text.Trim()) : TextRules.HasControlCharacters(text))
                return new(field, $"{title}含有不可见的控制字符，请删除后重试。");
        }

        if (OutageArea.Unfit(terms.Area!) is { } line)
            return new("area", $"停水范围的每一行须写明街道或小区（至少 {OutageArea.ShortestName} 个字）：“{line}”。");
        if (terms.Begins is not { } begins)
            return new("begins", "请填写停水开始时间。");
        if ((begins - around).Duration() > Furthest)
            return new("begins", $"停水开始时间与现在相差超过 {Furthest.Days} 天，请核对日期。");
        return terms.ExpectedEnd <= begins ? new("expectedEnd", "预计恢复时间须晚于开始时间。") : null;
    }

    private void Write(OutageTerms terms)
    {
        (Title, Text, Area) = (terms.Title!.Trim(), terms.Text!.Trim(), OutageArea.Tidy(terms.Area!));
        (Begins, ExpectedEnd) = (terms.Begins!.Value, terms.ExpectedEnd);
    }
}
