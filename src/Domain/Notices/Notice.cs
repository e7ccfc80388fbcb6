namespace Bpm.Domain.Notices;

/// <summary>One message to one member of staff about one case.</summary>
public sealed class Notice
{
    private Notice()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Organisation { get; private set; } = "";

    /// <summary>The task that it is about, or null.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The clock that spoke, or null.</summary>
    public Guid? ClockId { get; private set; }

    /// <summary>The article of that clock, or null. Never shown for a confidential case: it can tell the finding.</summary>
    public string? RuleId { get; private set; }

    /// <summary>The rung of the clock's ladder, or null.</summary>
    public string? Rung { get; private set; }

    /// <summary>User name of the recipient.</summary>
    public string Recipient { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When it may reach the recipient: later than <see cref="RaisedAt"/> when quiet hours held it.</summary>
    public DateTimeOffset DeliverAt { get; private set; }

    /// <summary>When the recipient opened it, or null.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Chinese text; neutral for confidential cases.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Marks the notice as read; a second time changes nothing.</summary>
    public void MarkRead(DateTimeOffset now) => ReadAt ??= now;

    internal static Notice Raise(Guid caseId, string organisation, NoticeSpec spec, string text) => new()
    {
        Id = OrderedId.New(spec.RaisedAt),
        CaseId = caseId,
        Organisation = organisation,
        TaskId = spec.TaskId,
        ClockId = spec.ClockId,
        RuleId = spec.RuleId,
        Rung = spec.Rung,
        Recipient = spec.Recipient,
        Kind = spec.Kind,
        RaisedAt = spec.RaisedAt,
        DeliverAt = spec.DeliverAt,
        Text = text,
    };
}
