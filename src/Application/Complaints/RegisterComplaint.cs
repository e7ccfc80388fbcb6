using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// Registers a complaint, consultation or fault and starts its process in the same transaction (A §二, B art. 6(1)).
/// Every field is checked by the domain; nothing is stored when one is wrong.
/// </summary>
[MayRun(Permission.Register)]
public sealed record RegisterComplaint : ICommand<CaseView>
{
    /// <summary>Organisation code; null means the caller's own, any other is refused.</summary>
    public string? Organisation { get; init; }
    public string? Kind { get; init; }
    public string? Channel { get; init; }
    public string? Category { get; init; }
    public CustomerBody? Customer { get; init; }
    public string? Target { get; init; }
    public string? Content { get; init; }
    public string? Demand { get; init; }
    public string? Suggestion { get; init; }

    /// <summary>When the customer's message reached the company; null means now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Why <see cref="ReceivedAt"/> lies in the past.</summary>
    public string? BackdatingReason { get; init; }

    /// <summary>Attributes that the category declares: texts or numbers.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>The first reply was given while registering (hotline, A §五.3).</summary>
    public bool FirstReplyGiven { get; init; }

    /// <summary>Number of an earlier case that this one belongs to; null for none.</summary>
    public string? LinkTo { get; init; }

    /// <summary>
    /// What ties them: <c>similar</c>, <c>repeat</c> (where nothing is said) or <c>retaliation</c>. <c>new</c> says that nothing does; without
    /// <see cref="LinkTo"/> it says so of every earlier case of the customer and category that the caller was shown.
    /// </summary>
    public string? LinkKind { get; init; }

    /// <summary>Id of the outage that the customer speaks of: the case is merged into its main case at once. Null registers it for itself.</summary>
    public Guid? Outage { get; init; }

    /// <summary>The customer as the caller wrote it down.</summary>
    public sealed record CustomerBody(string? Name, string? Phone, string? Address, string? AccountNumber, bool? Anonymous);
}

public sealed class RegisterComplaintHandler(
    ICaseStore cases, CaseProcess process, CaseViews views, CaseLinks links, MergeDesk merging, SimilarCases similar, OrganisationRegistry organisations, IDefinitionStore definitions, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RegisterComplaint, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(RegisterComplaint request, CancellationToken cancellationToken)
    {
        var member = caller.Member;
        if (request.Organisation is { } other && other != member.Organisation)
            return organisations.Find(other) is null ? new OrganisationUnknown(other) : new NotAllowed();
        var home = organisations.Of(member.Organisation);
        var now = clock.GetUtcNow();
        var profile = home.Directory.Profile;
        var day = CaseNumber.DayOf(now, profile.Identity.Zone);
        // The number is taken before the checks: a refusal rolls it back with everything else, so that none is lost.
        var serial = await cases.NextSerialAsync(member.Organisation, day, cancellationToken);
        var stamp = new RegistrationStamp(
            CaseNumber.Format(profile.NumberPrefix, day, serial), QueryCode.Create(), member.UserName, now,
            home.RulesFor(request.ReceivedAt ?? now).EffectiveFrom);
        var registered = Case.Register(Written(request), profile, stamp);
        if (registered.IsRefused)
            return registered.Refusal;
        var complaint = registered.Value;
        if (await definitions.PublishedVersionIdAsync(complaint.DefinitionId, cancellationToken) is not { } versionId)
            return new ProcessNotPublished(profile.Categories[complaint.Category].Name);
        cases.Add(complaint);
        audit.Append(AuditEntry.Record(
            now, complaint.Organisation, caller.Name, "case.registered", $"case:{complaint.Number}", $"{complaint.Category} {complaint.Channel}", complaint.Id));
        var earlier = await similar.OfAsync(ContactKey.Of(complaint.Details.Value.Customer), complaint.Category, cancellationToken);
        string[] others = request.LinkTo is { } linkTo ? [linkTo]
            : request.LinkKind == LinkKinds.New ? [.. earlier.Where(known => known.Category == complaint.Category).Select(known => known.Number)] : [];
        foreach (var number in others)
        {
            var linked = await links.TieAsync(complaint, number, request.LinkKind ?? LinkKinds.Repeat, null, nameof(request.LinkTo), cancellationToken);
            if (linked.IsRefused)
                return linked.Refusal;
        }

        var instance = request.Outage is { } outage
            ? await merging.StartAsync(complaint, outage, versionId, request.FirstReplyGiven, cancellationToken)
            : (await process.StartAsync(complaint, versionId, request.FirstReplyGiven, cancellationToken))!;
        if (instance.IsRefused)
            return instance.Refusal;
        return views.Of(complaint, instance.Value, [])! with { Similar = earlier };
    }

    private static Registration Written(RegisterComplaint request) => new(
        request.Kind, request.Channel, request.Category,
        request.Customer is { } customer
            ? new(customer.Name, customer.Phone, customer.Address, customer.AccountNumber, customer.Anonymous ?? false)
            : null,
        request.Target, request.Content, request.Demand, request.Suggestion, request.ReceivedAt, request.BackdatingReason,
        AttributeValues.Of(request.Attributes?.Where(attribute => attribute.Value.ValueKind != JsonValueKind.Null).ToDictionary()));
}
