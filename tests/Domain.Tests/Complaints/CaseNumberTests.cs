using Bpm.Domain.Complaints;

namespace Bpm.Domain.Tests.Complaints;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData(1, "LC20260924-0001")]
    [InlineData(9999, "LC20260924-9999")]
    [InlineData(10000, "LC20260924-10000")]
    public void Format_Sequence_HasFourDigitsOrMore(int sequence, string number) =>
        CaseNumber.Format("LC", new(2026, 9, 24), sequence).ShouldBe(number);

    [Fact]
    public void Format_SequenceZero_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CaseNumber.Format("LC", new(2026, 9, 24), 0));

    [Theory]
    [InlineData("2026-09-24T15:59:59Z", 24)]
    [InlineData("2026-09-24T16:00:00Z", 25)]
    public void DayOf_Moment_IsCountedInZone(string moment, int day) =>
        CaseNumber.DayOf(DateTimeOffset.Parse(moment, null), Packs.A.Profile.Identity.Zone).ShouldBe(new(2026, 9, day));

    [Fact]
    public void QueryCode_Many_AreSixDigitsAndDiffer()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => QueryCode.Create()).ToArray();

        codes.ShouldAllBe(code => code.Length == 6 && code.All(char.IsAsciiDigit));
        codes.Distinct().Count().ShouldBeGreaterThan(190);
    }
}
