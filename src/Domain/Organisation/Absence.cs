namespace Bpm.Domain.Organisation;

/// <summary>A time in which somebody is away and another person may take over the work (F-036). Business time, UTC.</summary>
public sealed class Absence
{
    /// <summary>Longest absence.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(366);

    private Absence()
    {
    }

    public Guid Id { get; private set; }

    public string Organisation { get; private set; } = "";

    /// <summary>Who is away.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>User name of who stands in.</summary>
    public string Substitute { get; private set; } = "";

    /// <summary>Inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset Until { get; private set; }

    public string SetBy { get; private set; } = "";

    public DateTimeOffset SetAt { get; private set; }

    /// <summary>True while it lasts.</summary>
    public bool IsActive(DateTimeOffset now) => From <= now && now < Until;

    /// <summary>True where it shares a moment with a span.</summary>
    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => From < until && from < Until;

    /// <summary>Enters an absence.</summary>
    /// <param name="who">Who is away.</param>
    /// <param name="substitute">Who stands in; null when there is no such person.</param>
    /// <param name="own">The other absences of <paramref name="who"/>.</param>
    /// <param name="ofSubstitute">The absences of <paramref name="substitute"/>.</param>
    public static Result<Absence> Enter(
        StaffMember who, StaffMember? substitute, DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<Absence> own,
        IReadOnlyCollection<Absence> ofSubstitute, string by, DateTimeOffset now)
    {
        if (substitute is not { IsActive: true } || substitute.Organisation != who.Organisation)
            return new AbsenceInvalid("substitute", "没有这位人员，请从本单位人员中选择代办人。");
        if (substitute.UserName == who.UserName)
            return new AbsenceInvalid("substitute", "代办人不能是本人，请另选他人。");
        if (until <= from)
            return new AbsenceInvalid("until", "结束时间须晚于开始时间。");
        if (until <= now)
            return new AbsenceInvalid("until", "结束时间已过，请重新填写。");
        if (until - from > Longest)
            return new AbsenceInvalid("until", "外出时间最长一年，请缩短。");
        if (own.Any(known => known.Overlaps(from, until)))
            return new AbsenceInvalid("from", "这段时间与已登记的外出重叠，请先结束原来的登记。");
        if (ofSubstitute.Any(known => known.Overlaps(from, until)))
            return new AbsenceInvalid("substitute", $"{substitute.DisplayName}在这段时间也外出，请另选代办人。");
        return new Absence
        {
            Id = OrderedId.New(now),
            Organisation = who.Organisation,
            UserName = who.UserName,
            Substitute = substitute.UserName,
            From = from,
            Until = until,
            SetBy = by,
            SetAt = now,
        };
    }

    /// <summary>Ends it now; one that has not begun leaves no time at all.</summary>
    public void End(DateTimeOffset now)
    {
        if (Until <= now)
            return;
        Until = now < From ? From : now;
    }
}
