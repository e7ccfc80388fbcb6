using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;
using Microsoft.Data.Sqlite;

namespace Bpm.Studio.Tests;

/// <summary>The one product of this project; tests keep to definitions and cases of their own.</summary>
public sealed class StudioProduct : IAsyncLifetime
{
    private readonly Lazy<Task> _waiting;
    private InProcessHost? _host;

    public StudioProduct() => _waiting = new(PublishOnceAsync);

    public InProcessHost Host => _host ?? throw new InvalidOperationException("The product is not started.");

    public Site Site => Host.Site;

    public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(Read.Moment("2026-09-30T16:00:00+08:00"));

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    /// <summary>A user's client.</summary>
    public Task<ApiClient> AsAsync(string user) => Site.AsAsync(user);

    /// <summary>Publishes definitions of the first organisation.</summary>
    public async Task PublishAsync(params byte[][] files)
    {
        var result = await Host.ImportAsync("xx-water", files);
        result.IsRefused.ShouldBeFalse(result.IsRefused ? string.Join('\n', result.Refusal.Errors.Values.SelectMany(texts => texts).Prepend(result.Refusal.Message)) : "");
    }

    /// <summary>Publishes a workflow that waits for an event, once.</summary>
    public Task PublishWaitingAsync() => _waiting.Value;

    /// <summary>Starts a workflow as Studio does.</summary>
    /// <returns>Id of the instance.</returns>
    public async Task<string> ExecuteAsync(string definitionId, string? correlation)
    {
        var body = new JsonObject { ["correlationId"] = correlation, ["triggerActivityId"] = null, ["versionOptions"] = "Latest", ["input"] = null };
        return (await (await AsAsync("a.process")).PostAsync($"{Elsa.Base}/workflow-definitions/{definitionId}/execute", body)).Expect(200).Headers["x-elsa-workflow-instance-id"];
    }

    /// <summary>What the audit trail says of a subject.</summary>
    public async Task<IReadOnlyList<(string Action, string Detail)>> AuditAsync(string subject)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(Host.DataDirectory, "bpm.db")};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        using var command = database.CreateCommand();
        command.CommandText = """SELECT "Action", "Detail" FROM "AuditEntries" WHERE "Subject" = @subject ORDER BY "At" """;
        command.Parameters.AddWithValue("@subject", subject);
        using var row = await command.ExecuteReaderAsync();
        var entries = new List<(string, string)>();
        while (await row.ReadAsync())
            entries.Add((row.GetString(0), row.GetString(1)));
        return entries;
    }

    private async Task PublishOnceAsync()
    {
        var flow = JsonNode.Parse(new PlainFlow("test-waiting").WaitFor("go").Build())!;
        flow["name"] = "等待的测试";
        await PublishAsync(Encoding.UTF8.GetBytes(flow.ToJsonString()));
    }
}
