namespace Bpm.Domain.Complaints;

/// <summary>Why somebody did what no step of the process asks for: a link, a merger, a correction.</summary>
public sealed class CaseNote
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxLength = 500;

    private CaseNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Code, see <see cref="NoteKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it was about: codes and numbers only.</summary>
    public string Subject { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Confidential<string> Text { get; private set; } = null!;

    internal static CaseNote Write(Case owner, string kind, string subject, string text, string by, DateTimeOffset at) => new()
    {
        Id = OrderedId.New(at),
        CaseId = owner.Id,
        Kind = kind,
        Subject = subject,
        By = by,
        At = at,
        Text = owner.Seal(text),
    };
}
