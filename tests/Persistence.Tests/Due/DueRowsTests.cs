using Bpm.Application.Due;

namespace Bpm.Persistence.Tests.Due;

public class DueRowsTests
{
    [Fact]
    public async Task NextAsync_GivesDueRowsByTimeThenById()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IDueRows>(async rows =>
        {
            await rows.PutAsync(DueKind.Timer, "o", "i", "later", SampleCases.Now.AddHours(1), null, default);
            await rows.PutAsync(DueKind.Timer, "o", "i", "first", SampleCases.Now, null, default);
            await rows.PutAsync(DueKind.Clock, "o", "c", "second", SampleCases.Now, [1, 2], default);
            await rows.PutAsync(DueKind.Timer, "o", "i", "future", SampleCases.Now.AddHours(2), null, default);
        });

        var due = await Next(database, SampleCases.Now.AddHours(1));

        due.Select(row => row.Reference).ShouldBe(["first", "second", "later"]);
        due[1].ShouldSatisfyAllConditions(
            row => row.Kind.ShouldBe(DueKind.Clock),
            row => row.DueAt.ShouldBe(SampleCases.Now),
            row => row.Subject.ShouldBe("c"),
            row => row.Payload.ShouldBe([1, 2]));
        (await database.ReadAsync<IDueRows, DateTimeOffset?>(rows => rows.FirstDueAsync(default))).ShouldBe(SampleCases.Now);
    }

    [Fact]
    public async Task PutAsync_TheSameAgain_MovesTheRowSoThatTheOldOneCannotBeTaken()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IDueRows>(rows => rows.PutAsync(DueKind.Clock, "o", "c", "k", SampleCases.Now, null, default));
        var old = (await Next(database, SampleCases.Now)).ShouldHaveSingleItem();

        await database.WriteAsync<IDueRows>(rows => rows.PutAsync(DueKind.Clock, "o", "c", "k", SampleCases.Now.AddDays(1), null, default));

        (await Next(database, SampleCases.Now)).ShouldBeEmpty();
        var moved = (await Next(database, SampleCases.Now.AddDays(1))).ShouldHaveSingleItem();
        moved.Id.ShouldBeGreaterThan(old.Id);
        await database.WriteAsync<IDueRows>(async rows => (await rows.TakeAsync(old.Id, default)).ShouldBeFalse());
    }

    [Fact]
    public async Task TakeAsync_ManyAtOnce_HasOneWinner()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IDueRows>(rows => rows.PutAsync(DueKind.Timer, "o", "i", "b", SampleCases.Now, null, default));
        var id = (await Next(database, SampleCases.Now))[0].Id;
        var wins = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.WriteAsync<IDueRows>(async rows =>
        {
            if (await rows.TakeAsync(id, default))
                wins++;
        }))));

        wins.ShouldBe(1);
    }

    [Fact]
    public async Task RemoveAsync_ThereOrNot_LeavesNone()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IDueRows>(async rows =>
        {
            await rows.PutAsync(DueKind.Timer, "o", "i", "b", SampleCases.Now, null, default);
            await rows.RemoveAsync(DueKind.Timer, "i", "b", default);
            await rows.RemoveAsync(DueKind.Timer, "i", "b", default);
        });

        (await database.ReadAsync<IDueRows, DateTimeOffset?>(rows => rows.FirstDueAsync(default))).ShouldBeNull();
    }

    private static Task<IReadOnlyList<DueRow>> Next(DatabaseFixture database, DateTimeOffset until) =>
        database.ReadAsync<IDueRows, IReadOnlyList<DueRow>>(rows => rows.NextAsync(until, 10, default));
}
