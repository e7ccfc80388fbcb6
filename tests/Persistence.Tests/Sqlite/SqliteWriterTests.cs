using Bpm.Persistence.Sqlite;

namespace Bpm.Persistence.Tests.Sqlite;

public class SqliteWriterTests
{
    [Fact]
    public async Task RunAsync_ItemsThatWaitTogether_ShareOneTransaction()
    {
        await using var fixture = new WriterFixture();
        var release = await fixture.HoldAsync();
        var waiting = Enumerable.Range(1, 20).Select(i => fixture.InsertAsync(i)).ToList();
        release.SetResult();

        await Task.WhenAll(waiting);

        fixture.Writer.Batches.ShouldBe(1);
        fixture.Committed().Count.ShouldBe(20);
    }

    [Fact]
    public async Task RunAsync_MoreItemsThanABatchTakes_StartsAnother()
    {
        await using var fixture = new WriterFixture(new WriterLimits(4, TimeSpan.FromSeconds(10)));
        var release = await fixture.HoldAsync();
        var waiting = Enumerable.Range(1, 9).Select(i => fixture.InsertAsync(i)).ToList();
        release.SetResult();

        await Task.WhenAll(waiting);

        fixture.Writer.Batches.ShouldBe(3);
    }

    [Fact]
    public async Task RunAsync_OneItemThrows_RollsBackItAlone()
    {
        await using var fixture = new WriterFixture();
        var release = await fixture.HoldAsync();
        var before = fixture.InsertAsync(1);
        var broken = fixture.Writer.RunAsync(
            async session =>
            {
                await WriterFixture.InsertAsync(session, 2);
                throw new InvalidOperationException("broken");
            },
            () => { },
            CancellationToken.None);
        var after = fixture.InsertAsync(3);
        release.SetResult();

        await Task.WhenAll(before, after);

        (await Should.ThrowAsync<InvalidOperationException>(broken)).Message.ShouldBe("broken");
        fixture.Committed().ShouldBe(["1", "3"]);
        fixture.Writer.Batches.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_OneItemRefused_RollsBackItAloneAndSkipsItsAfterCommit()
    {
        await using var fixture = new WriterFixture();
        var committed = new List<int>();
        var release = await fixture.HoldAsync();
        Task[] items =
        [
            fixture.InsertAsync(1, committed: () => committed.Add(1)),
            fixture.InsertAsync(2, keep: false, committed: () => committed.Add(2)),
            fixture.InsertAsync(3, committed: () => committed.Add(3)),
        ];
        release.SetResult();

        await Task.WhenAll(items);

        fixture.Committed().ShouldBe(["1", "3"]);
        committed.ShouldBe([1, 3]);
    }

    [Fact]
    public async Task RunAsync_CommitFails_FailsAllOfTheBatchAndTheWriterGoesOn()
    {
        await using var fixture = new WriterFixture();
        var committed = 0;
        var release = await fixture.HoldAsync();
        var good = fixture.InsertAsync(1, committed: () => committed++);
        var orphan = fixture.Writer.RunAsync(
            async session =>
            {
                // The constraint is deferred: only COMMIT finds the missing parent.
                await session.Commands.ExecuteAsync("INSERT INTO Children(Id, ParentId) VALUES (1, 99)");
                return true;
            },
            () => committed++,
            CancellationToken.None);
        release.SetResult();

        await Should.ThrowAsync<CommitFailedException>(good);
        await Should.ThrowAsync<CommitFailedException>(orphan);
        committed.ShouldBe(0);
        fixture.Committed().ShouldBeEmpty();

        await fixture.InsertAsync(2);
        fixture.Committed().ShouldBe(["2"]);
    }

    [Fact]
    public async Task RunAsync_BeforeTheCommit_IsNeitherCompletedNorSeen()
    {
        await using var fixture = new WriterFixture();
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await fixture.HoldAsync();
        var insert = fixture.InsertAsync(1);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = fixture.Writer.RunAsync(
            async _ =>
            {
                written.SetResult();
                await second.Task;
                return true;
            },
            () => { },
            CancellationToken.None);
        first.SetResult();
        await written.Task;

        insert.IsCompleted.ShouldBeFalse();
        fixture.Committed().ShouldBeEmpty();

        second.SetResult();
        await Task.WhenAll(insert, last);
        fixture.Committed().ShouldBe(["1"]);
    }

    [Fact]
    public async Task RunAsync_CancelledInTheQueue_NeverRuns()
    {
        await using var fixture = new WriterFixture();
        using var giveUp = new CancellationTokenSource();
        var release = await fixture.HoldAsync();
        var impatient = fixture.InsertAsync(1, cancellationToken: giveUp.Token);
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        var patient = fixture.InsertAsync(2);
        release.SetResult();

        await patient;

        fixture.Committed().ShouldBe(["2"]);
    }

    [Fact]
    public async Task RunAsync_InsideAnotherItem_IsRefusedInsteadOfWaitingForever()
    {
        await using var fixture = new WriterFixture();

        var nested = fixture.Writer.RunAsync(
            async _ =>
            {
                await Task.Yield();
                await fixture.InsertAsync(1);
                return true;
            },
            () => { },
            CancellationToken.None);

        (await Should.ThrowAsync<InvalidOperationException>(nested)).Message.ShouldContain("another scope");
    }

    [Fact]
    public async Task RunAsync_LeftoversOfAnEndedItem_MayUseTheWriter()
    {
        await using var fixture = new WriterFixture();
        Task? later = null;
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await fixture.Writer.RunAsync(
            _ =>
            {
                later = Task.Run(async () =>
                {
                    await go.Task;
                    await fixture.InsertAsync(1);
                });
                return Task.FromResult(true);
            },
            () => { },
            CancellationToken.None);

        go.SetResult();
        await later!;

        fixture.Committed().ShouldBe(["1"]);
    }

    [Fact]
    public async Task RunAsync_CallersContext_FlowsIntoTheWork()
    {
        await using var fixture = new WriterFixture();
        var trace = new AsyncLocal<string> { Value = "request 7" };
        string? seen = null;

        await fixture.Writer.RunAsync(
            _ =>
            {
                seen = trace.Value;
                return Task.FromResult(true);
            },
            () => { },
            CancellationToken.None);

        seen.ShouldBe("request 7");
    }

    [Fact]
    public async Task DisposeAsync_WithItemsInTheQueue_FinishesThem()
    {
        var fixture = new WriterFixture();
        var release = await fixture.HoldAsync();
        var waiting = Enumerable.Range(1, 5).Select(i => fixture.InsertAsync(i)).ToList();
        var stopping = fixture.Writer.DisposeAsync();
        release.SetResult();

        await stopping;

        waiting.ShouldAllBe(task => task.IsCompletedSuccessfully);
        fixture.Committed().Count.ShouldBe(5);
        await Should.ThrowAsync<ObjectDisposedException>(() => fixture.InsertAsync(6));
        await fixture.DisposeAsync();
    }
}
