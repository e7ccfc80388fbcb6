using Bpm.Application.Complaints;
using Bpm.Application.Penalties;
using Bpm.Domain.Penalties;
using Bpm.Domain.Regulations;

namespace Bpm.Persistence.Tests.Penalties;

public sealed class PenaltyStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindAsync_ARow_ComesBackAsItWas(bool secret)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var row = await AddAsync(database, "T-1", "agent", secret);

        var found = (await database.ReadAsync<IPenaltyStore, Penalty?>(store => store.FindAsync(row.Id, default))).ShouldNotBeNull();

        (found.Amount, found.Day, found.State, found.Evidence.Value, found.Person).ShouldBe((12.5m, row.Day, PenaltyState.Proposed, "依据", "agent"));
        found.Acts.Value.ShouldBe(row.Acts.Value);
    }

    [Fact]
    public async Task OfCaseAsync_InTheTransactionThatAdds_FindsWhatWasAddedOnce()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var stored = await AddAsync(database, "T-1", "agent");
        await database.WriteAsync<IPenaltyStore>(async store =>
        {
            var added = Row(SampleCases.Register("T-9"), "agent");
            store.Add(added);
            (await store.FindAsync(added.Id, default)).ShouldBeSameAs(added);
            (await store.OfCaseAsync(added.CaseId, default)).ShouldBe([added]);
            var known = (await store.OfCaseAsync(stored.CaseId, default)).ShouldHaveSingleItem();
            known.Confirm("boss", SampleCases.Now).IsRefused.ShouldBeFalse();
            (await store.OfPersonAsync(SampleCases.Organisation, stored.Article, "agent", default)).Count(row => row.State == PenaltyState.Confirmed).ShouldBe(1);
            (await store.OfPersonAsync(SampleCases.Organisation, stored.Article, "agent", default)).Count.ShouldBe(2);
        });
    }

    [Fact]
    public async Task Lists_Filtered_AgreeWithTheirSumsAndDays()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await AddAsync(database, "T-1", "agent");
        await AddAsync(database, "T-2", "agent", days: 1);
        await AddAsync(database, "T-3", "other");
        await AddAsync(database, "T-4", "other", secret: true);
        var all = new PenaltyFilter(SampleCases.Organisation, ["Open"], "boss", false);

        (await NumbersAsync(all)).ShouldBe(["T-2", "T-3", "T-1"], ignoreOrder: true);
        (await NumbersAsync(all))[0].ShouldBe("T-2");
        (await NumbersAsync(all with { Person = "agent" })).ShouldBe(["T-2", "T-1"]);
        (await NumbersAsync(all with { From = Day.AddDays(1) })).ShouldBe(["T-2"]);
        (await NumbersAsync(all with { Complaint = "T-3", State = "Proposed" })).ShouldBe(["T-3"]);
        (await NumbersAsync(all with { State = "Confirmed" })).ShouldBeEmpty();
        (await NumbersAsync(all with { Organisation = "elsewhere" })).ShouldBeEmpty();
        // One's own row is found, but what it rests on is not told.
        var own = await database.ReadAsync<IPenaltyStore, IReadOnlyList<PenaltyHit>>(store => store.PageAsync(all with { Reader = "other", OwnOnly = true }, 0, 10, default));
        own.Select(hit => (hit.Penalty.CaseNumber, hit.Readable)).ShouldBe([("T-3", true), ("T-4", false)], ignoreOrder: true);

        var totals = await database.ReadAsync<IPenaltyStore, IReadOnlyList<PenaltyTotal>>(store => store.TotalsAsync(all, default));
        totals.Select(total => (total.Person, total.Count, total.Amount, total.Points)).ShouldBe([("agent", 2, 25m, 4), ("other", 1, 12.5m, 2)], ignoreOrder: true);
        (await database.ReadAsync<IPenaltyStore, IReadOnlyList<PenaltyDay>>(store => store.DaysAsync(all, 10, default))).ShouldBe([new(Day, 2), new(Day.AddDays(1), 1)]);

        async Task<IReadOnlyList<string>> NumbersAsync(PenaltyFilter filter) =>
            [.. (await database.ReadAsync<IPenaltyStore, IReadOnlyList<PenaltyHit>>(store => store.PageAsync(filter, 0, 10, default))).Select(hit => hit.Penalty.CaseNumber)];
    }

    private static DateOnly Day { get; } = DateOnly.FromDateTime(SampleCases.Now.UtcDateTime);

    private static async Task<Penalty> AddAsync(DatabaseFixture database, string number, string person, bool secret = false, int days = 0)
    {
        var complaint = SampleCases.Register(number, secret);
        var row = Row(complaint, person, days);
        await database.WriteAsync<ICaseStore>(store => store.Add(complaint));
        await database.WriteAsync<IPenaltyStore>(store => store.Add(row));
        return row;
    }

    private static Penalty Row(Bpm.Domain.Complaints.Case complaint, string person, int days = 0)
    {
        var rule = new PenaltyRule
        {
            Article = "P-1", Name = "迟复", Section = "§八.1", Text = "处罚", Trigger = PenaltyTrigger.Hand, Liable = [new("当事人", [], 12.5m, 2)],
        };
        return Penalty.Propose(
            new(complaint, null, rule, SampleCases.Now.AddDays(days), Day.AddDays(days), Penalty.System, SampleCases.Now), new(rule.Liable[0], person, person, "desk", "依据"));
    }
}
