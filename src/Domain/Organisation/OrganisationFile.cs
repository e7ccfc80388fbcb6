using System.Text.Json;
using System.Text.Json.Serialization;
using Bpm.Domain.Complaints;
using Bpm.Domain.Reports;
using Bpm.Domain.Reports.Papers;

namespace Bpm.Domain.Organisation;

/// <summary>Reads <c>organisation.json</c> of a pack.</summary>
public static class OrganisationFile
{
    // A misspelt name must not pass as a missing one.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The organisation with its people.</summary>
    /// <exception cref="InvalidOrganisationException">The file cannot be read, or something that it names does not exist.</exception>
    public static OrganisationDirectory Parse(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<OrganisationJson>(utf8Json.Span, _options)
                ?? throw new InvalidOrganisationException("组织文件为空。");
            OrganisationFileCheck.Check(file);
            return Read(file);
        }
        catch (Exception e) when (e is JsonException or TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException)
        {
            throw new InvalidOrganisationException($"组织文件无法读取：{e.Message}", e);
        }
    }

    /// <summary>The code of a level in the file: <c>open</c>, <c>restricted</c> or <c>strict</c>; null for anything else.</summary>
    internal static Confidentiality? Level(string code) => code switch
    {
        "open" => Confidentiality.Open,
        "restricted" => Confidentiality.Restricted,
        "strict" => Confidentiality.Strict,
        _ => null,
    };

    /// <summary>The source of a report as the file spells it; null for anything else.</summary>
    internal static ReportSource? Source(string code) => code switch
    {
        "followUps" => ReportSource.FollowUps,
        "overdue" => ReportSource.Overdue,
        "breaches" => ReportSource.Breaches,
        "weakReplies" => ReportSource.WeakReplies,
        _ => null,
    };

    private static OrganisationDirectory Read(OrganisationJson file)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.Zone);
        var profile = new OrganisationProfile(
            new(file.Code, file.Name, zone),
            file.NumberPrefix,
            file.Channels.ToDictionary(c => c.Code, c => new ChannelProfile(c.Code, c.Name, c.Letter, c.Aliases, c.DefinitionId)),
            file.Categories.ToDictionary(c => c.Code, Category),
            file.Roles.ToDictionary(r => r.Code, r => new Role(r.Code, r.Name, r.Aliases, r.Permissions)),
            file.Access.ToDictionary(a => Level(a.Key)!.Value, a => Access(a.Value)),
            [.. file.Systems.Concat(file.Documents).Select(t => new NamedTerm(t.Code, t.Name, t.Aliases))])
        {
            RepeatWindowDays = file.RepeatWindowDays ?? 90,
            Reports = file.Reports.ToDictionary(
                r => r.Code, r => new ReportProfile(r.Code, r.Name, Source(r.Source)!.Value, r.Channels, r.Rules, r.Step, r.Fields)),
            Papers = file.Papers.ToDictionary(p => p.Code, Paper),
            Statistics = file.Statistics is { } figures ? new(figures.ResponseRules, figures.ResolvedEndings) : StatisticsProfile.None,
            Duties = file.Duties.ToDictionary(d => d.Code, d => new DutyProfile(d.Code, d.Name, d.DefinitionId, d.Rules, d.At, d.For)),
            Worklists = file.Worklists.ToDictionary(w => w.Code, w => new WorklistProfile(w.Code, w.Name, w.Steps, w.For, w.Replies)),
            ClockChanges = new(file.ClockChanges?.Extension ?? false, file.ClockChanges?.Pause ?? false),
            Publication = file.Publication is { } publication ? new PublicationProfile(publication.Approval, publication.Duty) : null,
        };
        return new(
            profile,
            file.Departments.Select(d => new Department(d.Code, d.Name, d.Parent, d.Head, d.Leader, d.PushSystem, d.Aliases, d.HandlesCases)),
            file.Users.Select(u => new StaffMember(file.Code, u.UserName, u.DisplayName, u.Department, u.Roles) { IsActive = u.Active }),
            file.Rosters.Select(r => new ShiftRoster(r.Code, r.Name, zone, r.Anchor, r.Starts, r.Rotation)));
    }

    private static PaperProfile Paper(PaperJson p) => new(
        p.Code,
        p.Name,
        [.. p.Sections.Select(s => new PaperSection(s.Title, [.. s.Fields.Select(f => PaperReader.Field(f.Label, f.From, f.Wide)!)]))],
        p.Signatures);

    private static CategoryProfile Category(CategoryJson c) => new(
        c.Code,
        c.Name,
        [.. c.Kinds.Select(kind => ComplaintKinds.Find(kind)!.Value)],
        c.DefinitionId,
        c.Department,
        Level(c.Level)!.Value,
        c.Required,
        c.Attributes.ToDictionary(a => a.Key, a => Attribute(a.Value)));

    private static AttributeSpec Attribute(AttributeJson a) => new(
        a.Title,
        a.Type,
        a.Values?.ConvertAll(v => v.Code),
        a.Values?.ConvertAll(v => v.Title),
        a.Minimum,
        a.Maximum,
        a.Required)
    {
        IsActive = a.Active,
    };

    private static AccessRule Access(AccessJson a) => new(
        a.Readers,
        a.Participants == OrganisationFileCheck.AllTasks ? Participation.AllTasks : Participation.ActiveTasks,
        a.Departments,
        a.Registrar);
}
