using System.Net;
using Bpm.Application.Audit;
using Bpm.Application.Complaints;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Web.Tests.Cases;

/// <summary>Every reading of a strictly confidential case is written down, and a visit to a page is one reading (B art. 7(2)).</summary>
[Collection(WebCollection.Name)]
public sealed class CaseReadsTests(WebProduct product)
{
    [Fact]
    public async Task Visit_OfEachPageOfAStrictCase_IsOneReading()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var (id, number) = (Guid.Parse(Read.Text(registered["id"])), Read.Text(registered["number"]));
        using (var picture = new ByteArrayContent(Png))
        using (var form = new MultipartFormDataContent { { picture, "file", "照片.png" } })
        {
            picture.Headers.ContentType = new("image/png");
            (await (await product.Site.AsAsync("b.hotline")).SendAsync(HttpMethod.Post, $"/api/complaints/{number}/attachments", form, null)).Expect(201);
        }

        var review = Read.Text(Read.Tasks(registered, "review", "open")[0]["id"]);
        using var browser = await product.OpenAsync("b.director");

        foreach (var page in (string[])[$"/cases/{number}", $"/tasks/{review}", $"/cases/{number}/print", $"/cases/{number}"])
        {
            var before = await ReadsAsync(id, "b.director");
            await browser.GoAsync(page);
            browser.Status.ShouldBe(HttpStatusCode.OK, page);
            browser.Page.QuerySelectorAll("img[src*=attachments]").ShouldBeEmpty("a picture shown small would be another reading");
            (await ReadsAsync(id, "b.director")).ShouldBe(before + 1, page);
        }

        browser.TextOf("section:has(#readers)").ShouldContain("唐毅");
    }

    [Fact]
    public async Task Task_WithWhatSomebodyElseWrote_IsAReading()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var id = Guid.Parse(Read.Text(registered["id"]));
        var review = "/api/tasks/" + Read.Text(Read.Tasks(registered, "review", "open")[0]["id"]);
        var (hotline, director) = (await product.Site.AsAsync("b.hotline"), await product.Site.AsAsync("b.director"));
        (await director.GetAsync(review)).Expect(200);
        (await ReadsAsync(id, "b.director")).ShouldBe(0, "nothing stands in it yet");
        (await hotline.PostAsync(review + "/claim")).Expect(200);
        (await hotline.PostAsync(review + "/complete", FormFiller.Submission((await hotline.GetAsync(review)).Json, "Accepted", new Dictionary<string, string>()))).Expect(200);

        (await director.GetAsync(review)).Expect(200);

        (await ReadsAsync(id, "b.director")).ShouldBe(1);
    }

    // One dot.
    private static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private async Task<int> ReadsAsync(Guid id, string user)
    {
        await using var scope = product.Host.Services.CreateAsyncScope();
        var trail = await scope.ServiceProvider.GetRequiredService<IAuditLog>().OfCaseAsync(id, TestContext.Current.CancellationToken);
        return trail.Count(entry => entry.Action == CaseViews.ReadAction && entry.Actor == user);
    }
}
