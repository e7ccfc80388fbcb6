using System.Net;
using Bpm.Application.Complaints;

namespace Bpm.Web.Tests.Discipline;

[Collection(WebCollection.Name)]
public sealed class DisciplinePageTests(WebProduct product)
{
    [Theory]
    [InlineData("b.discipline", true)]
    [InlineData("b.director", true)]
    [InlineData("b.chairman", true)]
    [InlineData("b.hotline", false)]
    [InlineData("b.manager", false)]
    [InlineData("b.admin", false)]
    [InlineData("a.manager", false)]
    public async Task Workspace_IsForItsReadersOnly(string user, bool shown)
    {
        var complaint = await product.RunAsync("b.discipline", new RegisterComplaint
        {
            Kind = "complaint",
            Channel = "written",
            Category = "discipline",
            Target = "营业厅",
            Content = "推诿",
            Demand = "处理",
            Customer = new(null, null, null, null, true),
        });
        using var browser = await product.OpenAsync(user);
        await browser.GoAsync("/me");
        browser.Page.QuerySelectorAll("#bpm-nav a").Any(link => link.TextContent == "纪检监察").ShouldBe(shown);

        await browser.GoAsync("/discipline");

        browser.Status.ShouldBe(shown ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        browser.Words.Contains(complaint.Number, StringComparison.Ordinal).ShouldBe(shown);
    }
}
