using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Confidentiality;

/// <summary>Who sees a product-quality case of B, and the cases of A.</summary>
public sealed class RestrictedAccessTests(RestrictedAccessTests.Product product) : IClassFixture<RestrictedAccessTests.Product>
{
    [Fact]
    public async Task ProductQualityCase_IsReadByThoseWhoHandleOrSuperviseIt()
    {
        var walked = await product.WalkAsync("C12", Plan.First.Leaving("lessons").Filling("unit", "unit1"), stopBefore: "follow-up");
        foreach (var user in (string[])["b.hotline", "b.dispatcher", "b.manager", "b.unit1"])
            Read.Text((await (await product.AsAsync(user)).CaseAsync(walked.Number))["content"]).ShouldContain("渗水");
        foreach (var user in (string[])["b.unit2", "b.discipline", "b.chairman", "b.process", "b.admin"])
            (await (await product.AsAsync(user)).GetAsync(ApiClient.CasePath(walked.Number))).Expect(200).Text.ShouldNotContain("渗水");
    }

    [Fact]
    public async Task CaseOfA_IsReadByHotlineAndCustomerService()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        foreach (var user in (string[])["a.hotline", "a.hotline2", "a.supervisor", "a.deputy", "a.manager", "a.quality"])
            Read.Text((await (await product.AsAsync(user)).CaseAsync(number))["content"]).ShouldContain("发黄");
    }

    public sealed class Product() : RunningProduct("2026-09-24T17:00:00+08:00");
}
