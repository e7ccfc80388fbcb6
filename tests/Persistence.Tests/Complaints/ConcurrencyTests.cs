using Bpm.Application.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence.Tests.Complaints;

public class ConcurrencyTests
{
    [Theory]
    [InlineData("""UPDATE "Cases" SET "Version" = "Version" + 1""")]
    [InlineData("""UPDATE "Tasks" SET "Revision" = "Revision" + 1""")]
    public async Task RunAsync_TheRowChangedSinceItWasLoaded_StoresNothing(string meanwhile)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var original = SampleCases.Register("T-1");
        original.OpenTask(SampleCases.Spec("first"), SampleCases.Now);
        await database.WriteAsync<ICaseStore>(store => store.Add(original));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => ClaimAsync(database, meanwhile));

        var found = await database.ReadAsync<ICaseStore, Domain.Complaints.Case?>(store => store.FindByNumberAsync("T-1", default));
        found!.Tasks[0].Assignee.ShouldBeNull();
        await ClaimAsync(database, "SELECT 1");
    }

    [Fact]
    public async Task SaveAsync_OnlyAChildChanged_RaisesTheCasesVersion()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var original = SampleCases.Register("T-1");
        original.OpenTask(SampleCases.Spec("first"), SampleCases.Now);
        await database.WriteAsync<ICaseStore>(store => store.Add(original));
        var before = await Version(database);

        await ClaimAsync(database, "SELECT 1");

        (await Version(database)).ShouldBe(before + 1);
    }

    private static Task ClaimAsync(DatabaseFixture database, string meanwhile) => database.WriteAsync<IServiceProvider>(async services =>
    {
        var found = (await services.GetRequiredService<ICaseStore>().FindByNumberAsync("T-1", default))!;
        found.Tasks[0].Claim(SampleCases.Agent, SampleCases.AgentKeys).IsRefused.ShouldBeFalse();
        await services.GetRequiredService<DatabaseScope>().Write.Commands.ExecuteAsync(meanwhile);
    });

    private static Task<long> Version(DatabaseFixture database) => database.ReadAsync<DatabaseScope, long>(async scope =>
        (long)(await (await scope.ReadAsync(default)).Commands.Bind("""SELECT "Version" FROM "Cases" """).ExecuteScalarAsync())!);
}
