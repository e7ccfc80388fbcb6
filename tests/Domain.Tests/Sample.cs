using System.Text.Json;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests;

/// <summary>Cases and tasks that tests start from.</summary>
internal static class Sample
{
    public static DateTimeOffset Now { get; } = new(2026, 9, 24, 17, 0, 0, TimeSpan.FromHours(8));

    public static RegistrationStamp Stamp { get; } = new("LC20260924-0001", "123456", "b.hotline", Now, new DateOnly(2023, 4, 16));

    public static Registration OfA { get; } = new(
        "complaint", "hotline", "water-quality", null, null, "自来水发黄", null, null, null, null, null);

    public static Registration OfB { get; } = new(
        "complaint", "hotline", "product-quality", null, "安装公司", "接口渗水", "维修", null, null, null, null);

    public static Case CaseA(string category = "water-quality", string by = "a.hotline") =>
        Case.Register(OfA with { Category = category }, Packs.A.Profile, Stamp with { RegisteredBy = by }).Value;

    public static Case CaseB(string category = "product-quality") =>
        Case.Register(OfB with { Category = category }, Packs.B.Profile, Stamp).Value;

    public static TaskSpec Spec(params string[] candidates) => new(
        "handle",
        "处理",
        candidates,
        [new("Done", "办结"), new("Returned", "退回", true), new("BySms", "代录", false, ["role:hotline"])],
        Form("""{"text":{"type":"string","title":"结果"},"occurredAt":{"type":"date-time","title":"到达时间"}}""", ["text"], ("text", ["Done"])));

    public static TaskForm Form(string properties, string[]? required = null, params (string Field, string[] Outcomes)[] requiredFor) => new(
        JsonSerializer.Deserialize<Dictionary<string, FormField>>(properties)!,
        required ?? [],
        requiredFor.ToDictionary(r => r.Field, r => (IReadOnlyList<string>)r.Outcomes));

    public static Dictionary<string, JsonElement> Values(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    public static TaskSubmission Done(string text = "已处理") => new("Done", Values($$"""{"text":"{{text}}"}"""));

    public static Result<Done> Claim(this HumanTask task, string userName) =>
        task.Claim(Packs.Person(userName), Packs.KeysOf(userName));

    public static Result<TaskProgress> Complete(this HumanTask task, string userName, TaskSubmission submission, DateTimeOffset now) =>
        task.Complete(Packs.Person(userName), Packs.KeysOf(userName), submission, now);

    public static bool CanClaim(this HumanTask task, string userName) => task.CanClaim(Packs.Person(userName), Packs.KeysOf(userName));

    public static ClockRule Rule(string id = "R-1") => new()
    {
        Id = id,
        Name = "处理",
        Article = "§一",
        Text = "一小时内处理",
        Kind = ClockKind.Wall,
        Duration = ClockDuration.Parse("PT1H"),
        Start = "登记",
        Stop = "处理",
        Rungs = [],
    };

    public static ClockPlan Plan(DateTimeOffset start, TimeSpan? length = null)
    {
        var due = start + (length ?? TimeSpan.FromHours(1));
        return new(start, due, false, "说明", [], "Asia/Shanghai");
    }
}
