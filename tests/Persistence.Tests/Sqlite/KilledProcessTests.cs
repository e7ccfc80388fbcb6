using System.Diagnostics;
using System.Globalization;
using Bpm.Application.Installation;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;

namespace Bpm.Persistence.Tests.Sqlite;

public class KilledProcessTests
{
    [Fact]
    public async Task Kill_InMidBatch_LeavesEachTransactionWholeOrAbsent()
    {
        using var folder = new TempFolder();
        for (var round = 0; round < 3; round++)
        {
            var confirmed = await WriteUntilKilledAsync(folder.Path, lines: 100);

            await using var database = await DatabaseFixture.OpenAsync(folder);
            var names = await database.ReadAsync<DatabaseScope, List<string>>(async scope =>
                (await scope.ReadAsync(default)).Column("""SELECT "Name" FROM "Settings" """));
            var parts = names.CountBy(name => int.Parse(name.Split('.')[0], CultureInfo.InvariantCulture)).ToDictionary();
            parts.Values.ShouldAllBe(count => count == 3);
            confirmed.Where(number => !parts.ContainsKey(number)).ShouldBeEmpty();
            await database.WriteAsync<DatabaseScope>(scope => scope.Write.Commands.ExecuteAsync("""DELETE FROM "Settings" """));
        }
    }

    [Fact]
    public async Task RunAsync_AnotherProcessWrites_WaitsForItsTurn()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        using var other = new SqliteConnections($"Data Source={folder.File("bpm.db")}").OpenWriter();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; INSERT INTO Settings VALUES ('other', '1');";
        command.ExecuteNonQuery();

        var ours = database.WriteAsync<ISettings>(settings => settings.PutAsync("ours", "1", default));
        await Task.Delay(50);
        ours.IsCompleted.ShouldBeFalse();
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();

        await ours;
        (await database.ReadAsync<ISettings, string?>(settings => settings.FindAsync("other", default))).ShouldBe("1");
    }

    /// <summary>Numbers of the transactions that the process saw committed before it was killed.</summary>
    private static async Task<List<int>> WriteUntilKilledAsync(string folder, int lines)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Bpm.Persistence.Process.dll"), "write", folder },
            RedirectStandardOutput = true,
        })!;
        var confirmed = new List<int>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            confirmed.Add(int.Parse(line, CultureInfo.InvariantCulture));
            if (confirmed.Count == lines)
                process.Kill();
        }

        await process.WaitForExitAsync();
        return confirmed;
    }
}
