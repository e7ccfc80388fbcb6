using Bpm.Domain.Complaints;
using Bpm.Domain.Reports;
using Bpm.Domain.Reports.Papers;

namespace Bpm.Domain.Organisation;

/// <summary>What an organisation knows of its cases: channels, categories, roles, numbers and who reads what. Immutable.</summary>
/// <param name="NumberPrefix">Prefix of case numbers.</param>
/// <param name="Channels">By code, in the order to show them.</param>
/// <param name="Categories">By code, in the order to show them.</param>
/// <param name="Roles">By code.</param>
/// <param name="Access">One rule for each level that a category has.</param>
/// <param name="Terms">Outside systems and paper forms, with the spellings that regulations use.</param>
public sealed record OrganisationProfile(
    OrganisationIdentity Identity,
    string NumberPrefix,
    IReadOnlyDictionary<string, ChannelProfile> Channels,
    IReadOnlyDictionary<string, CategoryProfile> Categories,
    IReadOnlyDictionary<string, Role> Roles,
    IReadOnlyDictionary<Confidentiality, AccessRule> Access,
    IReadOnlyList<NamedTerm> Terms)
{
    /// <summary>Days after its end during which a case counts when the same customer complains again.</summary>
    public int RepeatWindowDays { get; init; } = 90;

    /// <summary>Work that comes back by the calendar, by code; no code is a category's too.</summary>
    public IReadOnlyDictionary<string, DutyProfile> Duties { get; init; } = new Dictionary<string, DutyProfile>();

    /// <summary>The lists that it draws up, by code.</summary>
    public IReadOnlyDictionary<string, ReportProfile> Reports { get; init; } = new Dictionary<string, ReportProfile>();

    /// <summary>The paper forms of a case, by code; no code is a list's too.</summary>
    public IReadOnlyDictionary<string, PaperProfile> Papers { get; init; } = new Dictionary<string, PaperProfile>();

    /// <summary>What its figures go by.</summary>
    public StatisticsProfile Statistics { get; init; } = StatisticsProfile.None;

    /// <summary>Lists of like tasks, by code, in the order to show them.</summary>
    public IReadOnlyDictionary<string, WorklistProfile> Worklists { get; init; } = new Dictionary<string, WorklistProfile>();

    /// <summary>How workflow definitions are published; null where one person publishes and nobody is asked.</summary>
    public PublicationProfile? Publication { get; init; }

    /// <summary>Whether people may ask for more time.</summary>
    public ClockChangeProfile ClockChanges { get; init; } = new(false, false);

    /// <summary>Prefix of the numbers of duties: they are counted apart from what customers bring.</summary>
    public string DutyPrefix => NumberPrefix + "-L";

    /// <summary>True when cases of a category, channel or duty run a definition.</summary>
    public bool StartsCases(string definitionId) =>
        Categories.Values.Any(category => category.DefinitionId == definitionId)
        || Channels.Values.Any(channel => channel.DefinitionId == definitionId)
        || Duties.Values.Any(duty => duty.DefinitionId == definitionId);
}
