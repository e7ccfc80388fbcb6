using Bpm.Application.Complaints;
using Bpm.Application.Transactions;
using Bpm.Domain.Complaints;
using Microsoft.Extensions.DependencyInjection;
using Case = Bpm.Domain.Complaints.Case;

namespace Bpm.Persistence.Tests.Complaints;

public class CaseStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindAsync_AWholeCase_ComesBackAsItWas(bool secret)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var original = SampleCases.Full("T-1", secret);
        await database.WriteAsync<ICaseStore>(store => store.Add(original));

        var found = await database.ReadAsync<ICaseStore, Case?>(store => store.FindAsync(original.Id, default));

        SampleCases.Dump(found!).ShouldBe(SampleCases.Dump(original));
    }

    [Fact]
    public async Task FindBy_NumberTaskAndInstance_FindTheSameCase()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var original = SampleCases.Full("T-1", secret: false);
        await database.WriteAsync<ICaseStore>(store => store.Add(original));
        await using var scope = database.Scope();
        var store = scope.ServiceProvider.GetRequiredService<ICaseStore>();

        (await store.FindByNumberAsync("T-1", default))!.Id.ShouldBe(original.Id);
        (await store.FindByTaskAsync(original.Tasks[1].Id, default))!.Id.ShouldBe(original.Id);
        (await store.FindByInstanceAsync("instance-T-1", default))!.Id.ShouldBe(original.Id);
        (await store.FindByNumberAsync("T-2", default)).ShouldBeNull();
        (await store.FindByTaskAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_InATransaction_AlwaysGivesTheSameObject()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var stored = SampleCases.Register("T-1");
        await database.WriteAsync<ICaseStore>(store => store.Add(stored));

        await database.WriteAsync<ICaseStore>(async store =>
        {
            var added = SampleCases.Register("T-2");
            store.Add(added);

            (await store.FindByNumberAsync("T-2", default)).ShouldBeSameAs(added);
            (await store.FindByNumberAsync("T-1", default)).ShouldBeSameAs(await store.FindAsync(stored.Id, default));
        });
    }

    [Fact]
    public async Task RunAsync_ACaseIsChanged_StoresTheChangeAndNewChildren()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var original = SampleCases.Full("T-1", secret: true);
        await database.WriteAsync<ICaseStore>(store => store.Add(original));
        Case? changed = null;

        await database.WriteAsync<ICaseStore>(async store =>
        {
            changed = (await store.FindByNumberAsync("T-1", default))!;
            changed.Clocks[0].Fire(SampleCases.Now.AddHours(5)).ShouldHaveSingleItem();
            changed.OpenTask(SampleCases.Spec("third"), SampleCases.Now);
            changed.AddReply("progress", "新答复", "agent", SampleCases.Now.AddHours(4)).IsRefused.ShouldBeFalse();
            changed.Close("satisfied", true, SampleCases.Now.AddHours(6)).IsRefused.ShouldBeFalse();
        });

        var found = await database.ReadAsync<ICaseStore, Case?>(store => store.FindByNumberAsync("T-1", default));
        SampleCases.Dump(found!).ShouldBe(SampleCases.Dump(changed!));
        found!.Status.ShouldBe(CaseStatus.Closed);
        found.Tasks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task RunAsync_Refused_StoresNothing()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await using (var scope = database.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<ICaseStore>();
            var after = false;
            var transaction = scope.ServiceProvider.GetRequiredService<ITransaction>();
            var answer = await transaction.RunAsync(
                async _ =>
                {
                    store.Add(SampleCases.Register("T-1"));
                    transaction.AfterCommit(() => after = true);
                    (await store.NextSerialAsync("o", new DateOnly(2026, 9, 24), default)).ShouldBe(1);
                    return "refused";
                },
                _ => false,
                default);

            answer.ShouldBe("refused");
            after.ShouldBeFalse();
            transaction.IsActive.ShouldBeFalse();
        }

        (await database.ReadAsync<ICaseStore, Case?>(store => store.FindByNumberAsync("T-1", default))).ShouldBeNull();
        await database.WriteAsync<ICaseStore>(async store => (await store.NextSerialAsync("o", new DateOnly(2026, 9, 24), default)).ShouldBe(1));
    }

    [Fact]
    public async Task RunAsync_Nested_JoinsAndRunsAfterCommitOnce()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await using var scope = database.Scope();
        var store = scope.ServiceProvider.GetRequiredService<ICaseStore>();
        var transaction = scope.ServiceProvider.GetRequiredService<ITransaction>();
        var after = 0;

        await transaction.RunAsync(
            async token =>
            {
                transaction.AfterCommit(() => after++);
                await transaction.RunAsync(
                    _ =>
                    {
                        store.Add(SampleCases.Register("T-1"));
                        return Task.FromResult(1);
                    },
                    _ => true,
                    token);
                after.ShouldBe(0);
                return 2;
            },
            _ => true,
            default);

        after.ShouldBe(1);
        (await store.FindByNumberAsync("T-1", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Add_OutsideATransaction_IsAnError()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await using var scope = database.Scope();

        Should.Throw<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ICaseStore>().Add(SampleCases.Register("T-1")))
            .Message.ShouldContain("ITransaction");
    }

    [Fact]
    public async Task NextSerialAsync_ManyAtOnce_NeverGivesANumberTwice()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var numbers = new System.Collections.Concurrent.ConcurrentBag<int>();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.WriteAsync<ICaseStore>(
            async store => numbers.Add(await store.NextSerialAsync("o", new DateOnly(2026, 9, 24), default))))));

        numbers.Order().ShouldBe(Enumerable.Range(1, 50));
        await database.WriteAsync<ICaseStore>(async store =>
        {
            (await store.NextSerialAsync("o", new DateOnly(2026, 9, 25), default)).ShouldBe(1);
            (await store.NextSerialAsync("p", new DateOnly(2026, 9, 24), default)).ShouldBe(1);
        });
    }

    [Fact]
    public async Task SearchAsync_WithFilters_GivesPagesNewestFirst()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<ICaseStore>(store =>
        {
            for (var i = 0; i < 5; i++)
                store.Add(SampleCases.Register("T-" + i, secret: i == 4, receivedAt: SampleCases.Now.AddHours(-i)));
        });
        var all = new CaseFilter(SampleCases.Organisation, 0, 2);

        var first = await Search(all);
        first.TotalCount.ShouldBe(5);
        first.Items.Select(c => c.Number).ShouldBe(["T-0", "T-1"]);
        (await Search(all with { Page = 2 })).Items.Select(c => c.Number).ShouldBe(["T-4"]);
        (await Search(all with { Category = "secret" })).Items.Select(c => c.Number).ShouldBe(["T-4"]);
        (await Search(all with { Number = "-3" })).Items.Select(c => c.Number).ShouldBe(["T-3"]);
        (await Search(all with { ReceivedFrom = SampleCases.Now.AddHours(-1) })).TotalCount.ShouldBe(2);
        (await Search(all with { ReceivedBefore = SampleCases.Now.AddHours(-1) })).TotalCount.ShouldBe(3);
        (await Search(all with { Status = CaseStatus.Closed })).TotalCount.ShouldBe(0);
        (await Search(all with { Organisation = "other" })).TotalCount.ShouldBe(0);

        Task<Application.Page<Case>> Search(CaseFilter filter) =>
            database.ReadAsync<ICaseStore, Application.Page<Case>>(store => store.SearchAsync(filter, default));
    }
}
