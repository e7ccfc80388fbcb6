namespace Bpm.Domain.Penalties;

/// <summary>
/// One row of the penalty ledger (处罚): one person, one article, one event. The product and people only propose; a second person confirms, and
/// nothing is booked alone. Moments are business time, UTC.
/// </summary>
public sealed partial class Penalty
{
    /// <summary>The actor of what the product does.</summary>
    public const string System = "system";

    private Penalty()
    {
    }

    public Guid Id { get; private set; }

    public string Organisation { get; private set; } = "";

    public Guid CaseId { get; private set; }

    /// <summary>Number of the case.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>The missed clock, or null where no clock is concerned.</summary>
    public Guid? ClockId { get; private set; }

    /// <summary>Article id of the penalty.</summary>
    public string Article { get; private set; } = "";

    /// <summary>Tells rows of one article and clock apart; see <see cref="PenaltySubject"/>.</summary>
    public string Slot { get; private set; } = "";

    /// <summary>What the article calls the person.</summary>
    public string Title { get; private set; } = "";

    /// <summary>User name; null until somebody has said who.</summary>
    public string? Person { get; private set; }

    /// <summary>Code of the department whose points are taken; null while it is unknown.</summary>
    public string? Department { get; private set; }

    /// <summary>CNY; null where no sum is known or meant.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Points taken from the department (AMB-18).</summary>
    public int Points { get; private set; }

    /// <summary>The outside rule that says the amount, or null.</summary>
    public string? Reference { get; private set; }

    /// <summary>A measure without a sum, or null.</summary>
    public string? Disposition { get; private set; }

    public PenaltyState State { get; private set; }

    /// <summary>Where it stood when the person appealed; null while no appeal is open.</summary>
    public PenaltyState? FrozenFrom { get; private set; }

    /// <summary>When it happened; of a missed clock the due time.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>The local day of <see cref="OccurredAt"/>.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>User name, or <see cref="System"/>.</summary>
    public string ProposedBy { get; private set; } = "";

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who filled in what was missing last, or null.</summary>
    public string? CompletedBy { get; private set; }

    /// <summary>Who confirmed it last, or null.</summary>
    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the appeal is to be decided; null where nobody appealed.</summary>
    public DateTimeOffset? AppealDueAt { get; private set; }

    /// <summary>Why this person and this article, in Chinese.</summary>
    public Confidential<string> Evidence { get; private set; } = null!;

    /// <summary>Everything that was done to it, oldest first.</summary>
    public Confidential<IReadOnlyList<PenaltyAct>> Acts { get; private set; } = null!;

    /// <summary>Counts up with every change: two people who act at once cannot both win.</summary>
    public int Revision { get; private set; }

    /// <summary>True while the person may appeal.</summary>
    public bool CanBeAppealed => State is PenaltyState.Proposed or PenaltyState.Confirmed && AppealDueAt is null;

    /// <summary>True where it cannot be confirmed before somebody fills in who or how much.</summary>
    public bool IsIncomplete => Person is null || (Reference is not null && Amount is null);

    /// <summary>Proposes a penalty.</summary>
    public static Penalty Propose(PenaltyBasis basis, PenaltySubject subject)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(subject);
        var (complaint, rule, confidential) = (basis.Complaint, basis.Rule, basis.Complaint.IsConfidential);
        return new()
        {
            Id = OrderedId.New(basis.Now),
            Organisation = complaint.Organisation,
            CaseId = complaint.Id,
            CaseNumber = complaint.Number,
            ClockId = basis.Clock?.Id,
            Article = rule.Article,
            Slot = subject.Slot,
            Title = subject.Liable.Title,
            Person = subject.Person,
            Department = subject.Department,
            Amount = subject.Liable.Amount,
            Points = subject.Liable.Points,
            Reference = rule.Reference,
            Disposition = rule.Disposition,
            OccurredAt = basis.OccurredAt,
            Day = basis.Day,
            ProposedBy = basis.By,
            ProposedAt = basis.Now,
            Evidence = new(subject.Evidence, confidential),
            Acts = new([new(basis.Now, basis.By, PenaltyActKind.Proposed, "")], confidential),
        };
    }

    private void Note(DateTimeOffset now, string by, PenaltyActKind kind, string text)
    {
        Acts = Acts with { Value = [.. Acts.Value, new(now, by, kind, text)] };
        Revision++;
    }
}
