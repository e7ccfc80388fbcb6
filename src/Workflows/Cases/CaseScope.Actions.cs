using System.Globalization;
using Bpm.Domain;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Workflows.Cases;

/// <content>What people do to a case beside its process, with what follows for its clocks.</content>
public sealed partial class CaseScope
{
    /// <summary>Name of the event that wakes the part of a process that has disclosures authorised.</summary>
    public const string DisclosureRequested = "DisclosureRequested";

    // Channels on which the product itself carries the words to the customer; on the others a person says or writes them.
    private static readonly string[] OnlineChannels = ["wechat"];

    /// <summary>Writes a version of a reply; where the customer's channel is an online one, it goes out through the outbox.</summary>
    public Result<Reply> WriteReply(string kind, string text, string by)
    {
        var reply = Complaint.AddReply(kind, text, by, Now);
        if (reply.IsRefused)
            return reply;
        if (reply.Value.IsForCustomer && OnlineChannels.Contains(Complaint.Channel))
            Outbox.Add(new(Complaint.Channel, OutboxRequest.Reply, reply.Value.Id.ToString("N", CultureInfo.InvariantCulture)));
        Record("reply.written", $"reply:{reply.Value.Id:N}", kind);
        return reply;
    }

    /// <summary>Merges the case into another one (<see cref="Case.MergeInto"/>). The caller cancels its instance.</summary>
    public Result<Done> MergeInto(Case main)
    {
        var running = RunningClocks();
        var merged = Complaint.MergeInto(main, Actor, Now);
        if (merged.IsRefused)
            return merged;
        Record("case.closed", $"case:{Complaint.Number}", Case.MergedEnding);
        running.ForEach(Ended);
        return merged;
    }

    /// <summary>
    /// Corrects the case (<see cref="Case.Correct"/>) and moves its clocks: a case that changes its process keeps only what the customer is owed
    /// in any case; else each clock is decided anew from its original start, and what no rule asks for any more falls away.
    /// </summary>
    public Result<Corrected> Correct(Correction correction)
    {
        var corrected = Complaint.Correct(correction, Directory.Profile);
        if (corrected.IsRefused)
            return corrected;
        Record("case.corrected", $"case:{Complaint.Number}", corrected.Value.Change);
        var why = corrected.Value.CategoryChanged ? $"类别更正为“{Directory.Profile.Categories[Complaint.Category].Name}”" : "登记信息已更正";
        if (corrected.Value.NewDefinitionId is not null)
        {
            Supersede(clock => Rules.Find(clock.RuleId) is not { SurvivesCorrection: true } rule || !rule.Applies(Complaint.Facts), why);
            return corrected;
        }

        Redecide(why);
        var gone = Supersede(clock => Rules.Find(clock.RuleId)?.Applies(Complaint.Facts) == false, why);
        if (corrected.Value.CategoryChanged && gone.Count > 0)
            StartInPlaceOf(gone);
        return corrected;
    }

    /// <summary>What a human task decided about the request for disclosure that waits longest.</summary>
    internal void DecideDisclosure(bool granted, HumanTask task)
    {
        var answer = task.Answer?.Value;
        var (recipient, scope) = (answer?.Text("recipient"), answer?.Text("scope"));
        var pending = Complaint.PendingDisclosure?.Request.Value;
        var terms = pending is null ? null : new DisclosureTerms(Given(recipient) ?? pending.Recipient, Given(scope) ?? pending.Scope, Given(answer?.Comment));
        if (Complaint.DecideDisclosure(granted, terms, task.CompletedBy ?? Actor, Now) is { } decided)
            Record(granted ? "disclosure.granted" : "disclosure.refused", $"disclosure:{decided.Id:N}");
    }

    /// <summary>True where the duty of a rule was done before the case changed its process, and is not owed again for that.</summary>
    private bool DoneBefore(ClockRule rule) => rule.SurvivesCorrection && Complaint.FormerProcesses.Count > 0
        && Complaint.Clocks.Any(clock => clock.IsEnded && clock.State is ClockState.Met or ClockState.Breached && SameDuty(clock.RuleId, rule.Id));

    private List<SlaClock> Supersede(Func<SlaClock, bool> which, string why)
    {
        var gone = RunningClocks().Where(which).ToList();
        foreach (var clock in gone)
        {
            clock.Supersede(Now, why);
            Ended(clock);
        }

        return gone;
    }

    // The limits of the new category count from the push, as the old one's did; targets begin with steps of their own.
    private void StartInPlaceOf(List<SlaClock> gone)
    {
        var start = gone.Min(clock => clock.StartedAt);
        var department = Directory.Profile.Categories[Complaint.Category].Department ?? Complaint.Department;
        foreach (var rule in Rules.Applicable(Complaint.Facts).Where(rule => rule is { IsTarget: false, When.Category: not null }))
        {
            if (!Complaint.Clocks.Any(clock => clock.State is not (ClockState.Superseded or ClockState.Cancelled) && SameDuty(clock.RuleId, rule.Id)))
                StartClock(rule, start, department, anew: false);
        }
    }

    private List<SlaClock> RunningClocks() => [.. Complaint.Clocks.Where(clock => !clock.IsEnded)];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
