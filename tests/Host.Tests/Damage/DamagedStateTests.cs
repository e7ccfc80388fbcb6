using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;
using Microsoft.Data.Sqlite;

namespace Bpm.Host.Tests.Damage;

/// <summary>A row of the database that cannot be read concerns its own case and no other.</summary>
public sealed class DamagedStateTests(DamagedStateTests.Product product) : IClassFixture<DamagedStateTests.Product>
{
    [Fact]
    public async Task UnreadableState_DueRowsRun_OtherCasesMoveAndThisOneSaysWhy()
    {
        var damaged = await product.Site.RegisterAsync("C01");
        var sound = await product.Site.RegisterAsync("C01");
        var instance = Read.Text(damaged["workflow"]!["instanceId"]);
        byte[] rubbish = [(byte)'W', (byte)'I', 3, 0, 0, 0, 0, 0, 0, 0];
        Execute("UPDATE WorkflowInstances SET State = $1 WHERE Id = $2", rubbish, instance).ShouldBe(1);

        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromHours(2));

        Read.Items((await product.CaseAsync(sound))["notices"]).ShouldNotBeEmpty();
        var shown = await product.CaseAsync(damaged);
        var incident = Read.Items(shown["workflow"]!["incidents"]).ShouldHaveSingleItem();
        Read.Text(incident["message"]).ShouldContain("无法读取");
        Read.Items(shown["notices"]).ShouldBeEmpty();
        // Tried again later, never replaced by an empty state.
        var now = (await product.Site.NowAsync()).UtcTicks;
        DueOf(damaged).ShouldNotBeEmpty();
        DueOf(damaged).ShouldAllBe(at => at > now);
        Scalar("SELECT State FROM WorkflowInstances WHERE Id = $1", instance).ShouldBe(rubbish);

        (await product.Site.Nobody.GetAsync("/healthz")).IsSuccess.ShouldBeTrue();
    }

    /// <summary>When the clocks of a case fall due, in ticks.</summary>
    private List<long> DueOf(JsonNode complaint)
    {
        var at = new List<long>();
        using var connection = Open();
        const string Sql = "SELECT DueAt FROM DueRows WHERE Kind = 2 AND Subject = (SELECT lower(hex(Id)) FROM Cases WHERE Number = $1)";
        using var command = Command(connection, Sql, [Read.Text(complaint["number"])]);
        using var row = command.ExecuteReader();
        while (row.Read()) at.Add(row.GetInt64(0));
        return at;
    }

    private int Execute(string sql, params object[] values)
    {
        using var connection = Open();
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params object[] values)
    {
        using var connection = Open();
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("$" + (i + 1).ToString(CultureInfo.InvariantCulture), values[i]);
        return command;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(product.Host.DataDirectory, "bpm.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public sealed class Product() : RunningProduct("2026-03-30T16:00:00+08:00");
}
