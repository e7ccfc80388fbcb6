using System.Text.Json;
using Bpm.Application.Tasks;
using Bpm.Domain.Tasks;
using Bpm.Web.Language;
using Bpm.Web.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Tests.Tasks;

/// <summary>What was filled in when a task was ended, as its readers read it.</summary>
public sealed class AnswerLineTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly TaskForm Form = new(
        new Dictionary<string, FormField>
        {
            ["place"] = new(FormFieldTypes.Text, "采样地点"),
            ["liability"] = new(FormFieldTypes.Text, "维修责任", ["ours", "theirs"], ["我公司", "用户"]),
            ["people"] = new(FormFieldTypes.Text, "人员", ["a", "b"], ["甲", "乙"], Multiple: true),
            ["pressure"] = new(FormFieldTypes.Number, "水压"),
            ["found"] = new(FormFieldTypes.Boolean, "发现漏水"),
            ["occurredAt"] = new(FormFieldTypes.DateTime, "实际时间"),
        },
        [], new Dictionary<string, IReadOnlyList<string>>(), null);

    [Theory]
    [InlineData("""{"place":"厨房"}""", "采样地点=厨房")]
    [InlineData("""{"liability":"theirs"}""", "维修责任=用户")]
    [InlineData("""{"liability":"nobody"}""", "维修责任=nobody")]
    [InlineData("""{"people":["b","a"]}""", "人员=乙、甲")]
    [InlineData("""{"pressure":0.28}""", "水压=0.28")]
    [InlineData("""{"found":false}""", "发现漏水=否")]
    [InlineData("""{"found":true,"place":"厨房"}""", "采样地点=厨房|发现漏水=是")]
    [InlineData("""{"occurredAt":"2026-09-30T08:30:00Z"}""", "实际时间=2026-09-30 16:30")]
    [InlineData("""{"place":"","liability":null,"unknown":"x"}""", "")]
    public void Of_AnAnswer_SaysItInTheWordsAndTheOrderOfTheForm(string answer, string lines) => Said(answer, null).ShouldBe(lines);

    [Fact]
    public void Of_AnAnswerWithARemark_HasTheRemarkLast() => Said("""{"place":"厨房"}""", "门锁着").ShouldBe("采样地点=厨房|备注（说明与理由）=门锁着");

    [Fact]
    public void Of_WhoMayNotSeeTheAnswer_IsEmpty() => Said(null, null).ShouldBeEmpty();

    private static string Said(string? answer, string? comment)
    {
        var task = new TaskView(
            Guid.Empty, "XX1", "take-sample", "现场采样", "completed", null, null, [], null, null, DateTimeOffset.UnixEpoch, null, null, null, [], Form,
            answer is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(answer), comment, null, []);
        return string.Join('|', AnswerLine.Of(task, Zone, new Words(new HttpContextAccessor())).Select(line => $"{line.Title}={line.Text}"));
    }
}
