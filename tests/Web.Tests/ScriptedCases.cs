using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Web.Tests;

/// <summary>A product of their own for the pages over all cases: some handled, some late, one of the discipline office.</summary>
public sealed class ScriptedCases : IAsyncLifetime
{
    private InProcessHost? _host;

    public InProcessHost Host => _host ?? throw new InvalidOperationException("The product is not started.");

    public Site Site => Host.Site;

    /// <summary>A closed case of A, with its query code.</summary>
    public JsonNode Closed { get; private set; } = null!;

    /// <summary>A closed product case of B.</summary>
    public string Product { get; private set; } = "";

    /// <summary>A discipline case with a missed limit, with its query code.</summary>
    public JsonNode Discipline { get; private set; } = null!;

    /// <summary>A case of A that nobody handled.</summary>
    public string Late { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _host = await InProcessHost.StartAsync(
            Read.Moment("2026-09-28T09:00:00+08:00"), sockets: true, settings: new Dictionary<string, string> { ["Status:PerMinute"] = "1000" });
        Closed = await Site.RegisterAsync("a.hotline", Live("C04"));
        await new CaseDriver(Site, Closed, Plan.First).WalkAsync();
        Late = Read.Text((await Site.RegisterAsync("a.hotline", Live("C02")))["number"]);
        await Site.RegisterAsync("a.hotline", Live("C08"));
        var plan = Plan.First.Leaving("lessons").Filling("unit", "unit1");
        var product = await Site.RegisterAsync("b.hotline", Live("C12"));
        Product = Read.Text(product["number"]);
        await new CaseDriver(Site, product, plan).WalkAsync();
        Discipline = await Site.RegisterAsync("b.hotline", Live("C13"));
        await new CaseDriver(Site, Discipline, plan).WalkAsync("preliminary-opinion");
        await Site.AdvanceToAsync(Read.Moment("2026-09-30T09:00:00+08:00"));
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    /// <summary>A browser with a user signed in.</summary>
    public async Task<PageBrowser> OpenAsync(string user)
    {
        var browser = new PageBrowser(Host.Address);
        await browser.SignInAsync(user);
        return browser;
    }

    private static JsonObject Live(string sample)
    {
        var body = Complaint.Sample(sample);
        body.Remove("receivedAt");
        return body;
    }
}
