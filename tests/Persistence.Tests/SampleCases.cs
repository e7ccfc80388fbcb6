using System.Text.Json;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;
using Case = Bpm.Domain.Complaints.Case;

namespace Bpm.Persistence.Tests;

/// <summary>Cases of a small organisation of the tests' own.</summary>
internal static class SampleCases
{
    public const string Organisation = "test-water";
    public const string Content = "抢修班组三次未到场，接线员态度恶劣";

    public static readonly DateTimeOffset Now = new(2026, 9, 24, 1, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly OrganisationProfile _profile = new(
        new(Organisation, "试验水务", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")),
        "T",
        new Dictionary<string, ChannelProfile> { ["hotline"] = new("hotline", "热线", false, []) },
        new Dictionary<string, CategoryProfile>
        {
            ["open"] = new("open", "公开", [ComplaintKind.Complaint], "test-open", null, Confidentiality.Open, [], new Dictionary<string, AttributeSpec>()),
            ["secret"] = new("secret", "保密", [ComplaintKind.Complaint], "test-secret", null, Confidentiality.Strict, [], new Dictionary<string, AttributeSpec>()),
        },
        new Dictionary<string, Role>(),
        new Dictionary<Confidentiality, AccessRule>(),
        []);

    public static StaffMember Agent { get; } = new(Organisation, "agent", "张三", "desk", ["hotline"]);

    public static IReadOnlySet<string> AgentKeys { get; } = new HashSet<string> { "user:agent", "role:hotline", "dept:desk" };

    /// <summary>A case fresh from registration.</summary>
    public static Case Register(string number, bool secret = false, DateTimeOffset? receivedAt = null)
    {
        var result = Case.Register(
            new("complaint", "hotline", secret ? "secret" : "open", new("王小明", "13800001234", "文化路 1 号", "A-77", false),
                "抢修班组", Content, "尽快恢复", null, receivedAt, receivedAt is null ? null : "补登", null),
            _profile,
            new(number, "123456", "agent", Now, new DateOnly(2020, 1, 1)));
        var registered = result.Value;
        registered.BindWorkflow(registered.DefinitionId, "v1", 1, "instance-" + number);
        return registered;
    }

    /// <summary>A case with something in every part.</summary>
    public static Case Full(string number, bool secret)
    {
        var full = Register(number, secret);
        var clock = full.StartClock(Rule(), Plan(), "desk");
        clock.Fire(Now.AddHours(2));
        full.OpenTask(Spec("first-reply", dueAt: Now.AddHours(4)), Now);
        var done = full.OpenTask(Spec("handle"), Now);
        done.Claim(Agent, AgentKeys).IsRefused.ShouldBeFalse();
        var colleague = new StaffMember(Organisation, "colleague", "李四", "desk", []);
        done.Delegate("agent", colleague, "请" + Content, Now).IsRefused.ShouldBeFalse();
        done.ReturnToOwner("colleague", "意见：" + Content, Now).IsRefused.ShouldBeFalse();
        done.Complete(Agent, AgentKeys, new("Done", Values(), "备注：" + Content), Now.AddMinutes(30)).Refusal.ShouldBeNull();
        full.AddReply("first", "您好，" + Content, "agent", Now).IsRefused.ShouldBeFalse();
        full.AddReply("final", "已处理：" + Content, "agent", Now.AddHours(1)).IsRefused.ShouldBeFalse();
        full.RecordFollowUp(Domain.FollowUp.FollowUpResult.Satisfied, "agent", "客户说：" + Content, Now.AddHours(2));
        full.RecordFollowUp(Domain.FollowUp.FollowUpResult.Unreachable, "agent", null, Now.AddHours(3));
        full.Link("T-0", "repeat", "agent", Now);
        full.RaiseNotice(new("agent", Domain.Notices.NoticeKind.Copy, Content, Now, Now.AddHours(1), clock.Id, clock.RuleId, "warn-50"));
        full.HandOver("desk", Now).IsRefused.ShouldBeFalse();
        full.RecordFinding(true, ["culprit"], "desk", Now).IsRefused.ShouldBeFalse();
        return full;
    }

    public static TaskSpec Spec(string step, DateTimeOffset? dueAt = null, string[]? candidates = null, string[]? excluded = null) => new(
        step, "办理", candidates ?? ["role:hotline"], [new TaskOutcome("Done", "完成", false, ["role:recorder"])], Form(), excluded, DueAt: dueAt, BookmarkId: "7");

    /// <summary>Everything public of a value, to compare what went in with what came out.</summary>
    public static string Dump(object value) => JsonSerializer.Serialize(value, _readable);

    private static TaskForm Form() => new(
        new Dictionary<string, FormField> { ["text"] = new("string", "内容", MaxLength: 500), ["count"] = new("integer", "次数", Minimum: 1) },
        ["text"],
        new Dictionary<string, IReadOnlyList<string>>());

    private static Dictionary<string, JsonElement> Values() =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>($$"""{ "text": "{{Content}}", "count": 3 }""")!;

    private static ClockRule Rule() => RuleSet.Parse(
        File.ReadAllText(Path.Combine(Repository(), "workflow-definitions", "xx-water", "rules.json"))).Rules[0];

    private static ClockPlan Plan() => new(
        Now, Now.AddHours(4), false, "说明",
        [
            new("warn-50", ThresholdKind.Warn, Now.AddHours(2), ["holder"], false),
            new("due", ThresholdKind.Due, Now.AddHours(4), ["holder", "head"], true),
        ],
        "Asia/Shanghai");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bpm.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
