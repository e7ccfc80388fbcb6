using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bpm.Domain.Audit;

/// <summary>
/// Who did what to which thing, when. Holds ids, codes and outcomes, never the text of a case or a customer's data,
/// so that it can outlive the case. Entries are never changed.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Organisation { get; private set; } = "";

    public Guid? CaseId { get; private set; }

    /// <summary>User name; <c>system</c> for timers and connectors.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Stable code, for example <c>task.claimed</c>, <c>case.read</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>What was acted on, for example <c>task:0197…</c> or <c>case:LC20260924-0007</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Codes that explain the action; no personal data.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Hash of the entry before it in the organisation's chain; null until the entry is chained.</summary>
    public string? PrevHash { get; private set; }

    /// <summary>Hash over this entry and <see cref="PrevHash"/>, lower-case hex; null until the entry is chained.</summary>
    public string? Hash { get; private set; }

    /// <summary>Writes an entry down.</summary>
    public static AuditEntry Record(
        DateTimeOffset at, string organisation, string actor, string action, string subject, string detail = "", Guid? caseId = null) => new()
    {
        Id = OrderedId.New(at),
        At = at,
        Organisation = organisation,
        CaseId = caseId,
        Actor = actor,
        Action = action,
        Subject = subject,
        Detail = detail,
    };

    /// <summary>Ties the entry to the one before it.</summary>
    /// <param name="previousHash">Hash of the entry before; null for the first of the organisation.</param>
    /// <exception cref="InvalidOperationException">The entry is in a chain already.</exception>
    public void Chain(string? previousHash)
    {
        if (Hash is not null)
            throw new InvalidOperationException("An audit entry is chained once.");
        PrevHash = previousHash;
        Hash = Compute();
    }

    /// <summary>True when neither the entry nor its tie was changed since <see cref="Chain"/>.</summary>
    public bool IsIntact(string? previousHash) => Hash is not null && PrevHash == previousHash && Hash == Compute();

    private string Compute()
    {
        // Lengths before the values: two entries can never run together to the same text.
        var text = new StringBuilder();
        foreach (var part in (string[])[
            PrevHash ?? "", Id.ToString("N"), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Organisation,
            CaseId?.ToString("N") ?? "", Actor, Action, Subject, Detail])
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
