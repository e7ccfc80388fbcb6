using Bpm.Application.Installation;
using Bpm.Application.Sessions;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;

namespace Bpm.Persistence.Tests.Installation;

public class DatabaseTests
{
    [Fact]
    public async Task PrepareAsync_UntilSomethingIsLoaded_SaysThatTheInstallationIsEmpty()
    {
        using var folder = new TempFolder();
        await using (var first = await DatabaseFixture.OpenAsync(folder))
            first.WasEmpty.ShouldBeTrue();
        await using (var killedBeforeLoading = await DatabaseFixture.OpenAsync(folder))
        {
            killedBeforeLoading.WasEmpty.ShouldBeTrue();
            await killedBeforeLoading.WriteAsync<IPackStore>(packs => packs.PutAsync(new("o", "rules", new DateOnly(2026, 1, 1), [1]), default));
        }

        await using var loaded = await DatabaseFixture.OpenAsync(folder);
        loaded.WasEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task PrepareAsync_ADatabaseOfANewerVersion_IsRefusedAndLeftAsItIs()
    {
        using var folder = new TempFolder();
        await using (var database = await DatabaseFixture.OpenAsync(folder))
        {
            await database.WriteAsync<DatabaseScope>(scope => scope.Write.Commands.ExecuteAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99')"""));
        }

        (await Should.ThrowAsync<InvalidOperationException>(() => DatabaseFixture.OpenAsync(folder))).Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task Model_HasNoChangeThatNoMigrationHolds()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);

        (await database.ReadAsync<DatabaseScope, bool>(async scope =>
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges((await scope.ReadAsync(default)).Context.Database)))
            .ShouldBeFalse("run: dotnet run --project tools/Migrations -- <Name>");
    }

    [Fact]
    public async Task Packs_PutTwice_KeepTheLast()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IPackStore>(async packs =>
        {
            await packs.PutAsync(new("o", "rules", new DateOnly(2026, 1, 1), [1]), default);
            await packs.PutAsync(new("o", "rules", new DateOnly(2026, 1, 1), [2]), default);
            await packs.PutAsync(new("o", "calendar", DateOnly.MinValue, [3]), default);
        });

        var all = await database.ReadAsync<IPackStore, IReadOnlyList<PackDocument>>(packs => packs.AllAsync(default));

        all.Select(d => (d.Kind, d.EffectiveFrom, d.Json[0])).ShouldBe([("calendar", DateOnly.MinValue, (byte)3), ("rules", new DateOnly(2026, 1, 1), (byte)2)]);
    }

    [Fact]
    public async Task Accounts_ChangedInATransaction_AreStored()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IAccountStore>(accounts => accounts.Add(new("a.hotline", "o", "hash")));

        await database.WriteAsync<IAccountStore>(async accounts => (await accounts.FindAsync("a.hotline", default))!.Fail(SampleCases.Now));

        (await database.ReadAsync<IAccountStore, Account?>(accounts => accounts.FindAsync("a.hotline", default)))!.Failures.ShouldBe(1);
    }

    [Fact]
    public async Task Tables_WithAKeyOfSeveralColumns_AreClusteredByIt()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);

        var clustered = await database.ReadAsync<DatabaseScope, List<string>>(async scope => (await scope.ReadAsync(default)).Column(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%' ORDER BY name"));

        clustered.ShouldBe(["Bookmarks", "CaseContacts", "Journal", "OpenTaskKeys", "PackDocumentVersions", "PackDocuments", "Serials", "Triggers"]);
    }
}
