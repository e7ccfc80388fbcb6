using System.Collections.Frozen;
using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>Ties cases together, and knows which ties the caller may see.</summary>
public sealed class CaseLinks(ICaseStore cases, CaseViews views, IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>Ties a case to another one, in both histories; a tie that is there already changes nothing.</summary>
    /// <param name="complaint">A case that the caller sees in full.</param>
    /// <param name="to">Number of the other one.</param>
    /// <param name="kind">One of <see cref="LinkKinds.Told"/>.</param>
    /// <param name="reason">Words of the caller, or null.</param>
    /// <param name="field">Field of the request that named the other one, for the refusal.</param>
    public async Task<Result<Case>> TieAsync(
        Case complaint, string to, string kind, string? reason, string field, CancellationToken cancellationToken)
    {
        if (!LinkKinds.Told.Contains(kind))
            return new LinkKindUnknown();
        if (to.Trim() == complaint.Number)
            return new LinkToItself();
        var other = await cases.FindByNumberAsync(to.Trim(), cancellationToken);
        if (other is null || other.Kind == ComplaintKind.Duty || other.Organisation != complaint.Organisation || views.LevelOf(other) != AccessLevel.Full)
            return new LinkTargetNotFound(field);
        var (now, known) = (clock.GetUtcNow(), complaint.Links.Any(link => link.OtherNumber == other.Number && link.Kind == kind));
        foreach (var (one, two) in (IEnumerable<(Case, Case)>)[(complaint, other), (other, complaint)])
        {
            var link = one.Link(two.Number, kind, caller.Name, now);
            if (!known)
                audit.Append(AuditEntry.Record(now, one.Organisation, caller.Name, kind == LinkKinds.New ? "case.compared" : "case.linked", $"link:{link.Id:N}", kind, one.Id));
        }

        if (known || string.IsNullOrWhiteSpace(reason))
            return other;
        // Words about two cases stand in both only where the same people read both.
        foreach (var (one, two) in ((IEnumerable<(Case, Case)>)[(complaint, other), (other, complaint)]).Where(pair => pair.Item1.Level >= pair.Item2.Level))
        {
            var note = one.Note(NoteKinds.Link, two.Number, reason, caller.Name, now);
            if (note.IsRefused)
                return note.Refusal;
        }

        return other;
    }

    /// <summary>
    /// Numbers of linked cases that the caller is not told: those no less confidential that the caller does not see in full. That a customer's
    /// complaint has to do with a discipline case says who complained. Merged cases are about what the caller reads anyway.
    /// </summary>
    public async Task<IReadOnlySet<string>> HiddenAsync(Case complaint, CancellationToken cancellationToken)
    {
        var hidden = new HashSet<string>();
        foreach (var number in complaint.Links.Where(link => LinkKinds.Told.Contains(link.Kind)).Select(link => link.OtherNumber).Distinct())
        {
            if (await cases.FindByNumberAsync(number, cancellationToken) is { IsConfidential: true } other && other.Level >= complaint.Level
                && views.LevelOf(other) != AccessLevel.Full)
                hidden.Add(number);
        }

        return hidden.Count == 0 ? FrozenSet<string>.Empty : hidden;
    }
}
