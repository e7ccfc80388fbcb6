using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C07: low pressure, by WeChat, on a holiday; and the other questions of supply (A §四.3, §五.1, §五.2).</summary>
public sealed class SupplyWalkTests(SupplyWalkTests.Product product) : IClassFixture<SupplyWalkTests.Product>
{
    [Fact]
    public async Task Registration_AtReceipt_ShowsTheListedClocks()
    {
        var registered = await product.Site.RegisterAsync("C07");
        foreach (var (rule, due) in Samples.Clocks("C07"))
            Read.Moment(Read.Clocks(registered, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
        Read.OpenSteps(registered).ShouldBe(["call-department", "first-reply", "site-visit"]);
    }

    [Theory]
    [InlineData("company", "site-visit:Recorded", "repair:Repaired", "reply-customer:Replied")]
    [InlineData("customer", "site-visit:Recorded", "reply-customer:Replied")]
    public async Task Visit_Liability_DecidesWhoRepairs(string liability, params string[] trail)
    {
        var walked = await product.WalkAsync("C07", Plan.First.Filling("liability", liability));
        walked.ShouldHaveGone(trail).ShouldBeClosed().ShouldHaveClocks("A-4.3", "met").ShouldHaveClocks("A-5.1b", "met");
    }

    [Fact]
    public async Task MeterVerification_TaskOfTheHolder_ShowsTheFixedText()
    {
        var walked = await product.WalkAsync("C07", Plan.First.Leaving("first-reply", "call-department"), body => body["attributes"] = new JsonObject { ["issue"] = "meter-verification" }, stopBefore: "send-meter");
        var task = (await (await product.AsAsync("a.network")).GetAsync("/api/tasks/" + Read.Text(Read.Tasks(walked.Case, "send-meter").Single()["id"]))).Expect(200).Text;
        task.ShouldContain("肉眼无法对水表的运行情况做出判断");
        (await product.GoOnAsync(walked, Plan.First)).ShouldBeClosed().ShouldHaveClocks("A-4.3", "met");
    }

    public sealed class Product() : RunningProduct("2026-06-19T07:30:00+08:00");
}
