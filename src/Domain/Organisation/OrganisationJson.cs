namespace Bpm.Domain.Organisation;

// The shape of organisation.json, one type for each table of the file.

internal sealed record OrganisationJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Zone { get; init; }
    public required string NumberPrefix { get; init; }
    public required List<NamedJson> Roles { get; init; }
    public required List<DepartmentJson> Departments { get; init; }
    public required List<UserJson> Users { get; init; }
    public required List<RosterJson> Rosters { get; init; }
    public List<NamedJson> Systems { get; init; } = [];
    public List<NamedJson> Documents { get; init; } = [];
    public required List<ChannelJson> Channels { get; init; }
    public required List<CategoryJson> Categories { get; init; }
    public required Dictionary<string, AccessJson> Access { get; init; }
    public int? RepeatWindowDays { get; init; }
    public List<DutyJson> Duties { get; init; } = [];
    public List<ReportJson> Reports { get; init; } = [];
    public List<PaperJson> Papers { get; init; } = [];
    public StatisticsJson? Statistics { get; init; }
    public PublicationJson? Publication { get; init; }
    public ClockChangesJson? ClockChanges { get; init; }
    public List<WorklistJson> Worklists { get; init; } = [];
}

internal sealed record WorklistJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required List<string> Steps { get; init; }
    public required List<string> For { get; init; }
    public string? Replies { get; init; }
}

internal sealed record PublicationJson
{
    public required bool Approval { get; init; }
    public required string Duty { get; init; }
}

internal sealed record ClockChangesJson
{
    public bool Extension { get; init; }
    public bool Pause { get; init; }
}

internal sealed record NamedJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public List<string> Aliases { get; init; } = [];
    public List<string> Permissions { get; init; } = [];
}

internal sealed record DepartmentJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? Parent { get; init; }
    public string? Head { get; init; }
    public string? Leader { get; init; }
    public string? PushSystem { get; init; }
    public bool HandlesCases { get; init; }
    public List<string> Aliases { get; init; } = [];
}

internal sealed record UserJson
{
    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public required string Department { get; init; }
    public required List<string> Roles { get; init; }
    public bool Active { get; init; } = true;
}

internal sealed record RosterJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required DateOnly Anchor { get; init; }
    public required List<TimeOnly> Starts { get; init; }
    public required List<List<string>> Rotation { get; init; }
}

internal sealed record ChannelJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public bool Letter { get; init; }
    public string? DefinitionId { get; init; }
    public List<string> Aliases { get; init; } = [];
}

internal sealed record CategoryJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required List<string> Kinds { get; init; }
    public required string DefinitionId { get; init; }
    public string? Department { get; init; }
    public required string Level { get; init; }
    public required List<string> Required { get; init; }
    public Dictionary<string, AttributeJson> Attributes { get; init; } = [];
}

internal sealed record AttributeJson
{
    public required string Title { get; init; }
    public required string Type { get; init; }
    public List<ValueJson>? Values { get; init; }
    public long? Minimum { get; init; }
    public long? Maximum { get; init; }
    public bool Required { get; init; }
    public bool Active { get; init; } = true;
}

internal sealed record ValueJson
{
    public required string Code { get; init; }
    public required string Title { get; init; }
}

internal sealed record AccessJson
{
    public required List<string> Readers { get; init; }
    public required string Participants { get; init; }
    public bool Departments { get; init; }
    public bool Registrar { get; init; }
}

internal sealed record DutyJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string DefinitionId { get; init; }
    public required List<string> Rules { get; init; }
    public required TimeOnly At { get; init; }
    public List<Dictionary<string, string>> For { get; init; } = [];
}

internal sealed record ReportJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Source { get; init; }
    public List<string> Channels { get; init; } = [];
    public List<string> Rules { get; init; } = [];
    public string? Step { get; init; }
    public List<string> Fields { get; init; } = [];
}

internal sealed record PaperJson
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required List<PaperSectionJson> Sections { get; init; }
    public List<string> Signatures { get; init; } = [];
}

internal sealed record PaperSectionJson
{
    public required string Title { get; init; }
    public required List<PaperFieldJson> Fields { get; init; }
}

internal sealed record PaperFieldJson
{
    public required string Label { get; init; }
    public required string From { get; init; }
    public bool Wide { get; init; }
}

internal sealed record StatisticsJson
{
    public required List<string> ResponseRules { get; init; }
    public required List<string> ResolvedEndings { get; init; }
}
