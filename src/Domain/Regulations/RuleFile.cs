using System.Text.Json;
using System.Text.Json.Serialization;
using Bpm.Domain.Clocks;

namespace Bpm.Domain.Regulations;

/// <summary>The file form of a <see cref="RuleSet"/>. An unknown member is an error: a misspelt limit must not be ignored.</summary>
internal sealed class RuleFile
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public required string Organisation { get; init; }

    public required string Title { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public string? EffectiveFromNote { get; init; }

    public bool PauseEnabled { get; init; }

    public bool ExtensionEnabled { get; init; }

    public required QuietHours QuietHours { get; init; }

    public required Dictionary<string, LadderEntry> Ladders { get; init; }

    public required List<FixedText> Texts { get; init; }

    public required List<ClockEntry> Clocks { get; init; }

    public required List<Article> Articles { get; init; }

    public List<PenaltyEntry> Penalties { get; init; } = [];

    public int AppealDays { get; init; } = 5;

    public static RuleSet Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RuleFile>(json, Options)
                ?? throw new InvalidRulesException("规则文件为空。");
            return new RuleFileReader(file).Read();
        }
        catch (JsonException e)
        {
            throw new InvalidRulesException($"规则文件无法读取，位置 {e.Path}：{e.Message}", e);
        }
    }

    internal sealed class LadderEntry
    {
        public string? Note { get; init; }

        public bool AlsoAtNight { get; init; }

        public required List<RungEntry> Rungs { get; init; }
    }

    internal sealed class RungEntry
    {
        public required string Rung { get; init; }

        public required ThresholdKind Kind { get; init; }

        public required string At { get; init; }

        public Dictionary<string, string> AtFor { get; init; } = [];

        public List<string> To { get; init; } = [];

        public bool AlsoAtNight { get; init; }
    }

    internal sealed class PenaltyEntry
    {
        public required string Article { get; init; }

        public required string Name { get; init; }

        public required PenaltyTrigger Proposed { get; init; }

        public RuleCondition? When { get; init; }

        public required List<LiableEntry> Liable { get; init; }

        public string? Per { get; init; }

        public string? Reference { get; init; }

        public string? Disposition { get; init; }

        public bool SkipUnfounded { get; init; }

        public CheckEntry? Check { get; init; }

        public PenaltyRepeatRule? Repeat { get; init; }

        public string? Note { get; init; }
    }

    internal sealed class LiableEntry
    {
        public required string Title { get; init; }

        public List<string> Who { get; init; } = [];

        public decimal? Amount { get; init; }

        public int Points { get; init; }
    }

    internal sealed class CheckEntry
    {
        public required string Duty { get; init; }

        public required string Step { get; init; }

        public required int Days { get; init; }

        public Dictionary<string, JsonElement> Found { get; init; } = [];
    }

    internal sealed class ClockEntry
    {
        public required string Id { get; init; }

        public string? Article { get; init; }

        public List<string> Aliases { get; init; } = [];

        public required string Name { get; init; }

        public required ClockKind Kind { get; init; }

        public required string Duration { get; init; }

        public Reading Reading { get; init; }

        public string? Roster { get; init; }

        public bool CapAtShiftEnd { get; init; }

        public required string StartsAt { get; init; }

        public required string StopsAt { get; init; }

        public bool IsTarget { get; init; }

        public bool CanPause { get; init; } = true;

        public string? Ladder { get; init; }

        public Dictionary<string, string> Substitute { get; init; } = [];

        public List<RungEntry>? Warn { get; init; }

        public List<RungEntry>? Rungs { get; init; }

        public RuleCondition? When { get; init; }

        public Recurrence? Recurrence { get; init; }

        public string? Group { get; init; }

        public bool SurvivesCorrection { get; init; }

        public List<string> Penalties { get; init; } = [];

        public string? Hint { get; init; }

        public string? Note { get; init; }
    }
}
