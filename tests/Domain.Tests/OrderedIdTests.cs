namespace Bpm.Domain.Tests;

public class OrderedIdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void New_SameMoment_SortsInTheOrderOfMaking()
    {
        Guid[] ids = [.. Enumerable.Range(0, 10_000).Select(_ => OrderedId.New(Noon))];
        ids.ShouldBeUnique();
        Sorted(ids).ShouldBe(ids);
    }

    [Fact]
    public void New_LaterMoment_SortsBehind()
    {
        var later = OrderedId.New(Noon.AddMilliseconds(1));
        var earlier = OrderedId.New(Noon);
        Sorted([later, earlier]).ShouldBe([earlier, later]);
    }

    [Fact]
    public void New_Always_IsUuidVersion7()
    {
        var id = OrderedId.New(Noon);
        id.Version.ShouldBe(7);
        (id.Variant & 0b1100).ShouldBe(0b1000);
    }

    private static Guid[] Sorted(IEnumerable<Guid> ids) => [.. ids.OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal)];
}
