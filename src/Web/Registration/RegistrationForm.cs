using System.Globalization;
using System.Text.Json;
using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Registration;

/// <summary>What somebody wrote into the registration page; everything is text until it is registered.</summary>
/// <param name="fields">As posted; null for an empty form.</param>
/// <param name="zone">Zone in which a time of receipt is written.</param>
public sealed class RegistrationForm(IFormCollection? fields, TimeZoneInfo zone)
{
    private const string AttributePrefix = "attribute.";

    /// <summary>Says that none of the earlier cases has to do with this one.</summary>
    public const string NewMatter = LinkKinds.New;

    /// <summary>A field as it was typed.</summary>
    public string this[string name] => fields?[name].ToString() ?? "";

    /// <summary>True where a box was ticked.</summary>
    public bool Ticks(string name) => this[name] == "true";

    /// <summary>Value of an attribute of a category, under its own field.</summary>
    public string Attribute(string category, string name) => this[AttributeField(category, name)];

    /// <summary>Field of an attribute: categories may have attributes of one name.</summary>
    public static string AttributeField(string category, string name) => $"{AttributePrefix}{category}.{name}";

    /// <summary>What was chosen of earlier cases: empty for nothing yet, <see cref="NewMatter"/>, or kind and number.</summary>
    public string Tie => this["tie"];

    /// <summary>Id of the outage whose main case this one is merged into; empty for none.</summary>
    public string Outage => this["outage"];

    /// <summary>The kind; where none was chosen, the first one that the category takes.</summary>
    public string? Kind(OrganisationProfile profile) =>
        this["kind"] is { Length: > 0 } chosen ? chosen : profile.Categories.TryGetValue(this["category"], out var category) ? category.Kinds[0].Code() : null;

    /// <summary>The registration as a use case takes it.</summary>
    public RegisterComplaint Request(OrganisationProfile profile)
    {
        var category = this["category"];
        var attributes = profile.Categories.GetValueOrDefault(category)?.AskedAttributes.Select(asked => asked.Key)
            .Select(name => (Name: name, Value: Attribute(category, name))).Where(attribute => attribute.Value.Length > 0)
            .ToDictionary(attribute => attribute.Name, attribute => JsonSerializer.SerializeToElement(attribute.Value));
        var (tieKind, tieTo) = Tie == NewMatter ? (LinkKinds.New, null) : Tie.Split(':', 2) is [var kind, var number] ? (kind, number) : (null, null);
        return new()
        {
            Kind = Kind(profile),
            Channel = this["channel"],
            Category = category,
            Customer = new(Text("name"), Text("phone"), Text("address"), Text("account"), Ticks("anonymous")),
            Target = Text("target"),
            Content = Text("content"),
            Demand = Text("demand"),
            Suggestion = Text("suggestion"),
            ReceivedAt = ReceivedAt,
            BackdatingReason = Text("backdatingReason"),
            Attributes = attributes,
            FirstReplyGiven = Ticks("firstReply"),
            LinkTo = tieTo,
            LinkKind = tieKind,
            Outage = Guid.TryParse(Outage, out var outage) ? outage : null,
        };
    }

    /// <summary>The history that belongs to what was typed so far.</summary>
    public FindSimilar History => new(Text("phone"), Text("address"), Text("account"), Text("category"));

    /// <summary>True where there is something to look for.</summary>
    public bool NamesACustomer => History is not { Phone: null, Address: null, Account: null };

    private DateTimeOffset? ReceivedAt =>
        DateTime.TryParseExact(this["receivedAt"], ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;

    private string? Text(string name) => this[name].Trim() is { Length: > 0 } text ? text : null;
}
