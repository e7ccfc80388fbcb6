using System.Reflection;
using Bpm.Domain.Audit;

namespace Bpm.Domain.Tests.Audit;

public sealed class AuditEntryTests
{
    [Fact]
    public void Chain_Entries_AreIntact()
    {
        var first = Entry("task.claimed");
        var second = Entry("task.completed");
        first.Chain(null);
        second.Chain(first.Hash);

        first.IsIntact(null).ShouldBeTrue();
        second.IsIntact(first.Hash).ShouldBeTrue();
        second.IsIntact(null).ShouldBeFalse();
        second.Hash!.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData(nameof(AuditEntry.Actor), "b.admin")]
    [InlineData(nameof(AuditEntry.Action), "case.read")]
    [InlineData(nameof(AuditEntry.Detail), "other")]
    [InlineData(nameof(AuditEntry.Subject), "case:2")]
    public void IsIntact_ChangedEntry_IsFalse(string property, string value)
    {
        var entry = Entry("task.claimed");
        entry.Chain(null);

        typeof(AuditEntry).GetProperty(property)!.GetSetMethod(nonPublic: true)!.Invoke(entry, BindingFlags.NonPublic, null, [value], null);

        entry.IsIntact(null).ShouldBeFalse();
    }

    [Fact]
    public void Chain_Twice_Throws()
    {
        var entry = Entry("task.claimed");
        entry.Chain(null);

        Should.Throw<InvalidOperationException>(() => entry.Chain(null));
    }

    [Fact]
    public void IsIntact_Unchained_IsFalse() => Entry("task.claimed").IsIntact(null).ShouldBeFalse();

    private static AuditEntry Entry(string action) =>
        AuditEntry.Record(Sample.Now, "liaocheng-water", "b.hotline", action, "case:1", "outcome:Accepted", Guid.NewGuid());
}
