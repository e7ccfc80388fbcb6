using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;

namespace Bpm.Application.Tests.Pipeline;

public class IdempotencyBehaviorTests
{
    private readonly Store _store = new();
    private int _runs;

    [Fact]
    public async Task Repeat_SameBody_ReplaysTheFirstAnswer()
    {
        var first = await SendAsync("k", "{}");
        var second = await SendAsync("k", "{}");
        second.Value.ShouldBe(first.Value);
        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Repeat_OtherBody_IsRefused()
    {
        await SendAsync("k", "{}");
        (await SendAsync("k", "{\"a\":1}")).Refusal.ShouldBeOfType<IdempotencyKeyReused>();
        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Repeat_OtherUser_RunsAnew()
    {
        await SendAsync("k", "{}", "a.hotline");
        await SendAsync("k", "{}", "a.hotline2");
        _runs.ShouldBe(2);
    }

    [Fact]
    public async Task Repeat_AfterARefusal_RunsAnew()
    {
        await SendAsync("k", "{}", refuse: true);
        (await SendAsync("k", "{}")).IsRefused.ShouldBeFalse();
        _runs.ShouldBe(2);
    }

    [Fact]
    public async Task Request_WithoutAKey_StoresNothing()
    {
        await RunAsync(new IdempotencyKey(), refuse: false);
        _store.Records.ShouldBeEmpty();
    }

    private Task<Result<Number>> SendAsync(string key, string body, string user = "a.hotline", bool refuse = false)
    {
        var given = new IdempotencyKey();
        given.Set(user, "/api/complaints", key, System.Text.Encoding.UTF8.GetBytes(body));
        return RunAsync(given, refuse);
    }

    private Task<Result<Number>> RunAsync(IdempotencyKey key, bool refuse) =>
        new IdempotencyBehavior<Count, Result<Number>>(key, _store, TimeProvider.System).Handle(
            new Count(), TestContext.Current.CancellationToken, () => Task.FromResult<Result<Number>>(Next(refuse)));

    private Result<Number> Next(bool refuse)
    {
        _runs++;
        return refuse ? new NotAllowed() : new Number(_runs);
    }

    private sealed record Count : ICommand<Number>;

    private sealed record Number(int Value);

    private sealed class Store : IIdempotencyStore
    {
        public Dictionary<string, IdempotencyRecord> Records { get; } = [];

        public Task<IdempotencyRecord?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Records.GetValueOrDefault(key));

        public Task AddAsync(IdempotencyRecord record, CancellationToken cancellationToken)
        {
            Records.Add(record.Key, record);
            return Task.CompletedTask;
        }

        public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
