using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bpm.Application.Complaints;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Crawl;

/// <summary>Every page that somebody can reach by links opens, speaks Chinese and has no id twice, whoever it is.</summary>
[Collection(WebCollection.Name)]
public sealed partial class CrawlTests(WebProduct product)
{
    // Far more than there are kinds of pages: a crawl that ends here has lost its way.
    private const int MostPages = 150;

    private static readonly string LongText = string.Concat(Enumerable.Repeat("水压不足，早晚高峰三楼以上无水，多次反映未果，请尽快处理。", 18));

    public static TheoryData<string> Users => [.. Bpm.HostKit.Staff.OfA, .. Bpm.HostKit.Staff.OfB];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Pages_ReachedByLinks_OpenAndSpeakChinese(string user)
    {
        await SeedAsync();
        using var browser = await product.OpenAsync(user);
        var (waiting, seen, faults) = (new Queue<string>(["/"]), new HashSet<string> { PageKind.Of("/") }, new List<string>());
        while (waiting.TryDequeue(out var path) && seen.Count <= MostPages)
        {
            await browser.GoAsync(path);
            if (browser.Status != HttpStatusCode.OK)
                faults.Add($"{path}: {(int)browser.Status}");
            faults.AddRange(Foreign(browser.Page).Select(text => $"{path}: {text}"));
            faults.AddRange(browser.Page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => $"{path}: two elements {same.Key}"));
            foreach (var next in Links(browser.Page).Where(next => seen.Add(PageKind.Of(next))))
                waiting.Enqueue(next);
        }

        faults.ShouldBeEmpty();
        seen.Count.ShouldBeInRange(4, MostPages);
    }

    private async Task SeedAsync()
    {
        var known = await product.RunAsync("a.hotline", new ListComplaints(null, null, null, null, null, null, 0, 1));
        if (known.TotalCount > 3)
            return;
        foreach (var (category, attributes) in new[] { ("pipe-repair", """{"zone":"urban","pipeDiameter":"600"}"""), ("supply", """{"issue":"pressure"}"""), ("meter-data", "{}") })
        {
            await product.RunAsync("a.hotline", new RegisterComplaint
            {
                Kind = "complaint", Channel = "hotline", Category = category, Content = LongText, Target = LongText[..400],
                Customer = new("欧阳女士", "13800001234", "幸福小区五号楼", "20260001", null),
                Attributes = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(attributes),
            });
        }

        await product.RunAsync("b.hotline", new RegisterComplaint
        {
            Kind = "complaint", Channel = "hotline", Category = "product-quality", Target = "自来水", Content = LongText, Demand = "尽快恢复", Customer = new("孙女士", null, null, null, null),
        });
        await product.RunAsync("b.discipline", new RegisterComplaint
        {
            Kind = "complaint", Channel = "written", Category = "discipline", Target = "营业厅", Content = LongText, Demand = "调查处理", Customer = new(null, null, null, null, true),
        });
    }

    private static IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll("a[href]").Where(link => !link.HasAttribute("download"))
        .Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(PageKind.IsPage);

    // What staff read: texts and the labels of controls; what people wrote themselves and where codes must be known are marked by the pages.
    private static IEnumerable<string> Foreign(IDocument page)
    {
        var texts = page.Descendants<IText>().Where(text => text.ParentElement is { } parent && parent.Closest("script, style, kbd, [lang=en], .bpm-code, .bpm-user") is null).Select(text => text.Data);
        var labels = page.QuerySelectorAll("[aria-label], [title], [placeholder]").SelectMany(element => new[] { "aria-label", "title", "placeholder" }.Select(element.GetAttribute).OfType<string>());
        return texts.Concat(labels).SelectMany(text => Word().Matches(Allowed().Replace(text, " ")).Select(match => $"{match.Value} in “{text.Trim()}”")).Distinct();
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    // User names, the regulations' own words, units, keys, kinds of files, numbers of cases and articles.
    [GeneratedRegex(@"\b[ab]\.[a-z]+[0-9]?(?:\.[a-z]+)?\b|G[Il]S|DN ?[0-9]*(?:MM)?|XXXXXX|\{[a-z]+\}|MPa|mm|MB|KB|Ctrl|Enter|XLSX|CSV|PDF|JSON|Excel|A4|Elsa|Studio|[A-Z]{2}-?L?[0-9]{8}-[0-9]{4}|\b[AB]-[0-9A-Za-z]+(?:\.[0-9a-z]+)*|AMB-[0-9]+")]
    private static partial Regex Allowed();
}
