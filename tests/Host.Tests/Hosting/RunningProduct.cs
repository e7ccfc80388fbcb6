using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Hosting;

/// <summary>A product of a test class's own; its virtual clock starts at the moment given.</summary>
public abstract class RunningProduct(string clockStart, bool sockets = false) : IAsyncLifetime
{
    private InProcessHost? _host;

    public InProcessHost Host => _host ?? throw new InvalidOperationException("The product is not started.");

    public Site Site => Host.Site;

    /// <summary>Moment at which the clock started.</summary>
    public DateTimeOffset Start { get; } = Read.Moment(clockStart);

    public virtual async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(Start, sockets: sockets);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host?.DisposeAsync() ?? default;
    }

    /// <summary>A user's client.</summary>
    public Task<ApiClient> AsAsync(string user) => Site.AsAsync(user);

    /// <summary>Registers a sample complaint, changed where asked, and walks it as far as the plan goes.</summary>
    public async Task<Walked> WalkAsync(string sample, Plan plan, Action<JsonObject>? change = null, string? stopBefore = null)
    {
        var body = Complaint.Sample(sample);
        change?.Invoke(body);
        var registered = await Site.RegisterAsync(Read.Text(Samples.Find(sample)["user"]), body);
        var driver = await new CaseDriver(Site, registered, plan).WalkAsync(stopBefore);
        return new(driver, await CaseAsync(registered));
    }

    /// <summary>Goes on with a case under another plan.</summary>
    public async Task<Walked> GoOnAsync(Walked walked, Plan plan, string? stopBefore = null)
    {
        var driver = await new CaseDriver(Site, walked.Case, plan).WalkAsync(stopBefore);
        return new(driver, await CaseAsync(walked.Case));
    }

    /// <summary>The case now, as somebody sees it who may see all of it.</summary>
    public async Task<JsonNode> CaseAsync(JsonNode known) => await (await AsAsync(Overseer(known))).CaseAsync(Read.Text(known["number"]));

    /// <summary>A user who may read a case whatever becomes of it.</summary>
    public static string Overseer(JsonNode known) => Read.Text(known["category"]) switch
    {
        "discipline" => "b.director",
        "product-quality" => "b.manager",
        _ => "a.supervisor",
    };
}
