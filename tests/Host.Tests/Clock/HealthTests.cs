using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Clock;

/// <summary>What operators and tools ask without signing in.</summary>
public sealed class HealthTests(HealthTests.Product product) : IClassFixture<HealthTests.Product>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/healthz/ready")]
    public async Task Health_AfterTheFirstLoad_IsGood(string path) => (await product.Site.Nobody.GetAsync(path)).Expect(200);

    [Fact]
    public async Task OpenApi_Document_DescribesTheContract()
    {
        var document = (await product.Site.Nobody.GetAsync("/openapi/v1.json")).Expect(200).Json;
        Read.Text(document["openapi"]).ShouldStartWith("3.");
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToList();
        string[] promised =
        [
            "/api/session", "/api/complaints", "/api/complaints/{number}", "/api/tasks", "/api/tasks/{id}", "/api/tasks/{id}/claim",
            "/api/tasks/{id}/complete", "/api/clock", "/api/clock/advance", "/api/notices",
        ];
        promised.ShouldBeSubsetOf(paths);
    }

    [Fact]
    public async Task FirstLoad_Development_MakesEveryUser()
    {
        foreach (var user in Staff.OfA.Concat(Staff.OfB))
            (await (await product.AsAsync(user)).GetAsync("/api/session")).Expect(200).Text.ShouldContain(user);
    }

    public sealed class Product() : RunningProduct("2026-03-30T16:00:00+08:00");
}
