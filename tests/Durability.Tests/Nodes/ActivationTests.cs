using Bpm.Application.Instances;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>Workflows of which only one instance may run, on two nodes.</summary>
public sealed class ActivationTests : IAsyncLifetime
{
    private const int Starts = 200;
    private readonly NodeFolder _folder = new();
    private Node _one = null!;
    private Node _other = null!;

    public async ValueTask InitializeAsync() => (_one, _other) = (await _folder.StartAsync(), await _folder.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Singleton_TwoHundredStartsAtOnce_OneRuns()
    {
        await _one.PublishAsync(Waiting("alone", "SingletonStrategy"));
        var started = await Task.WhenAll(Enumerable.Range(0, Starts).Select(i => Task.Run(() => (i % 2 == 0 ? _one : _other).TryStartAsync("alone"))));
        started.Count(result => !result.IsRefused).ShouldBe(1);
        started.Where(result => result.IsRefused).ShouldAllBe(result => result.Refusal is NotActivated);
        (await _one.InstancesAsync("alone")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Singleton_OnceTheFirstHasEnded_StartsAgain()
    {
        await _one.PublishAsync(Waiting("alone", "SingletonStrategy"));
        (await _one.TryStartAsync("alone")).IsRefused.ShouldBeFalse();
        await _one.PublishAsync(Waiting("alone", "SingletonStrategy").Add("more", "Elsa.WriteLine", ("text", "String", "x")));
        (await _other.TryStartAsync("alone", "c1")).Refusal.ShouldBeOfType<NotActivated>("the running one is of an older version");
        await _one.TellAsync("go");
        (await _other.TryStartAsync("alone")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task CorrelatedSingleton_GoesByDefinitionAndCorrelation()
    {
        await _one.PublishAsync(Waiting("pair", "CorrelatedSingletonStrategy"), Waiting("other", "CorrelatedSingletonStrategy"));
        (await _one.TryStartAsync("pair")).Refusal.ShouldBeOfType<CorrelationRequired>();
        (await _one.TryStartAsync("pair", "c1")).IsRefused.ShouldBeFalse();
        (await _other.TryStartAsync("pair", "c2")).IsRefused.ShouldBeFalse();
        (await _other.TryStartAsync("other", "c1")).IsRefused.ShouldBeFalse();
        (await _other.TryStartAsync("pair", "c1")).Refusal.ShouldBeOfType<NotActivated>();
    }

    [Fact]
    public async Task Correlation_CountsInstancesOfEveryWorkflow()
    {
        await _one.PublishAsync(Waiting("any", "AllowAlwaysStrategy"), Waiting("strict", "CorrelationStrategy"));
        (await _one.TryStartAsync("any", "c1")).IsRefused.ShouldBeFalse();
        (await _other.TryStartAsync("strict", "c1")).Refusal.ShouldBeOfType<NotActivated>();
        (await _other.TryStartAsync("strict", "c2")).IsRefused.ShouldBeFalse();
        (await _one.TryStartAsync("any", "c2")).IsRefused.ShouldBeFalse("AllowAlways asks nobody");
        (await _one.TryStartAsync("strict", "c2")).Refusal.ShouldBeOfType<NotActivated>();
    }

    [Fact]
    public async Task CorrelatedSingleton_ThatCorrelatesItselfAnew_FreesItsFirstPlace()
    {
        await _one.PublishAsync(new PlainFlow("moves").WaitFor("move")
            .Add("correlate", "Elsa.Correlate", ("correlationId", "String", "c2")).WaitFor("go").Activated("CorrelatedSingletonStrategy"));
        (await _one.TryStartAsync("moves", "c1")).IsRefused.ShouldBeFalse();
        (await _one.TellAsync("move", "c1")).Resumes.ShouldBe(1);
        (await _other.TryStartAsync("moves", "c2")).Refusal.ShouldBeOfType<NotActivated>();
        (await _other.TryStartAsync("moves", "c1")).IsRefused.ShouldBeFalse();
        (await _one.TellAsync("go", "c2")).Resumes.ShouldBe(1, "the waiting place has the new correlation id");
    }

    [Fact]
    public async Task Schedule_WhileItsSingletonRuns_StartsNothingAndGoesOn()
    {
        await _one.PublishAsync(new PlainFlow("alone").AddTrigger("every", "Elsa.Timer", ("interval", "TimeSpan", "01:00:00")).WaitFor("go").Activated("SingletonStrategy"));
        for (var hour = 0; hour < 3; hour++)
        {
            _folder.Clock.Advance(TimeSpan.FromHours(1));
            await _one.RunDueAsync();
            (await _one.InstancesAsync("alone")).Count.ShouldBe(1);
        }

        await _one.TellAsync("go");
        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await _one.RunDueAsync();
        (await _one.InstancesAsync("alone")).Count.ShouldBe(2);
    }

    private static PlainFlow Waiting(string id, string strategy) => new PlainFlow(id).WaitFor("go").Activated(strategy);
}
