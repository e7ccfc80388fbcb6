using System.Net;
using System.Text.RegularExpressions;
using Bpm.Host.Tests.Definitions;
using Bpm.Host.Tests.Hosting;
using Bpm.Host.Tests.Studio;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Migration;

/// <summary>The page that moves running cases, as a browser without scripts sees it.</summary>
public sealed partial class MigrationPageTests(MigrationPageTests.Product product) : IClassFixture<MigrationPageTests.Product>
{
    private const string Page = $"/studio/definitions/{MigrationProduct.MeterData}/migrate";

    [Fact]
    public async Task Page_WithoutPermissionOrDefinition_SaysSo()
    {
        using var reader = await OpenAsync("a.supervisor");
        using var refused = await reader.GetAsync(Page);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await OpenAsync("b.process");
        using var unknown = await stranger.GetAsync(Page);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("没有找到这个流程");
    }

    [Fact]
    public async Task Page_ChooseTryAndMove_TellsEachCaseAndOffersTheWayBack()
    {
        using var browser = await OpenAsync("a.process");
        using var page = await browser.GetAsync(Page);
        var html = await page.Content.ReadAsStringAsync();
        html.ShouldContain(product.Walked.Number);
        html.ShouldContain("都有对应的步骤");

        (await SendAsync(browser, html, "try", "")).Text.ShouldContain("可以迁移 1 件");
        var unsaid = await SendAsync(browser, html, "run", "");
        unsaid.Status.ShouldBe(HttpStatusCode.BadRequest);
        unsaid.Text.ShouldContain("请填写迁移原因");
        MigrationProduct.VersionOf(await product.CaseAsync(product.Walked.Case)).ShouldBe(1);

        var moved = await SendAsync(browser, html, "run", "增加了复核步骤");
        moved.Status.ShouldBe(HttpStatusCode.OK);
        moved.Text.ShouldContain("已迁移 1 件");
        moved.Text.ShouldContain("退回 v1（1 件）");
        MigrationProduct.VersionOf(await product.CaseAsync(product.Walked.Case)).ShouldBe(2);
    }

    private async Task<PageSession> OpenAsync(string user)
    {
        var session = new PageSession(product.Host.Address);
        (await session.SignInAsync(user)).Dispose();
        return session;
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(PageSession browser, string page, string act, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Page)
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", Token().Matches(page)[^1].Groups[1].Value), new("_handler", "migrate"), new("from", "1"), new("to", "2"),
                new("instances", MigrationProduct.InstanceOf(product.Walked.Case)), new("act", act), new("reason", reason),
            ]),
        };
        request.Headers.Add("Origin", product.Host.Address);
        using var answer = await browser.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public sealed class Product() : MigrationProduct("2026-02-13T10:00:00+08:00", sockets: true)
    {
        /// <summary>A case that waits for the department on the shipped version.</summary>
        public Walked Walked { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Walked = await WalkAsync("C02", Plan.First, stopBefore: "department-handling");
            await PublishAsync("xx-water", MeterDataWithSecondLook.Build());
        }
    }
}
