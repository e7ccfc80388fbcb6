using Bpm.Domain.Outages;

namespace Bpm.Domain.Tests.Outages;

public sealed class OutageTests
{
    private static readonly DateTimeOffset _now = new(2026, 9, 29, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("柳园小区", "聊城市 柳园小区 3 号楼", true)]
    [InlineData("柳园小区1-5栋", "柳园小区3栋", true)]
    [InlineData("中山路（解放路至人民路）", "中山路", true)]
    [InlineData("东昌Ｓ区", "东昌s区8号", true)]
    [InlineData("12号院", "育才街12号院", true)]
    [InlineData("12号院", "育才街2号院", false)]
    [InlineData("柳园小区", "柳", false)]
    [InlineData("柳园小区", "柳园", false)]
    [InlineData("柳园小区", "", false)]
    [InlineData("柳园小区\n建设街", "建设街9号", true)]
    [InlineData("柳园小区\n建设街", "建国街9号", false)]
    public void Covers_AnAddressAsItIsTyped_MatchesByName(string area, string address, bool covered) => Announce(area: area).Covers(address).ShouldBe(covered);

    [Fact]
    public void State_FollowsTheClockUntilSomebodyEndsIt()
    {
        var outage = Announce(begins: _now.AddHours(1), end: _now.AddHours(3));
        outage.StateAt(_now).ShouldBe(OutageState.Planned);
        outage.StateAt(_now.AddHours(1)).ShouldBe(OutageState.Current);
        outage.StateAt(_now.AddHours(9)).ShouldBe(OutageState.Current);
        outage.End("a.supervisor", _now.AddHours(9)).ShouldBeTrue();
        outage.End("a.hotline", _now.AddHours(10)).ShouldBeFalse();
        (outage.StateAt(_now.AddHours(10)), outage.ChangedBy, outage.EndedAt).ShouldBe((OutageState.Past, "a.supervisor", _now.AddHours(9)));
        outage.Change(Terms(), "a.hotline", _now.AddHours(10)).Refusal.ShouldBeOfType<OutageEnded>();
    }

    [Fact]
    public void Change_SaysItOtherwise_OrLeavesItAsItWas()
    {
        var outage = Announce();
        outage.Change(Terms(area: " 甲一路 \n\n 甲一路\r\n乙二路 "), "a.hotline", _now.AddMinutes(5)).IsRefused.ShouldBeFalse();
        (outage.Area, outage.ChangedBy, outage.ChangedAt).ShouldBe(("甲一路\n乙二路", "a.hotline", _now.AddMinutes(5)));
        outage.Change(Terms(title: ""), "a.hotline2", _now.AddMinutes(9)).IsRefused.ShouldBeTrue();
        (outage.Title, outage.ChangedBy).ShouldBe(("爆管抢修", "a.hotline"));
    }

    [Theory]
    [InlineData("title", "", "抢修中。", "柳园小区")]
    [InlineData("title", "爆管\n抢修", "抢修中。", "柳园小区")]
    [InlineData("text", "爆管抢修", " ", "柳园小区")]
    [InlineData("text", "爆管抢修", "抢修\u0001中。", "柳园小区")]
    [InlineData("area", "爆管抢修", "抢修中。", null)]
    [InlineData("area", "爆管抢修", "抢修中。", "柳园小区\n路")]
    [InlineData("area", "爆管抢修", "抢修中。", "，，，")]
    public void Announce_WhatSaysTooLittle_NamesTheField(string field, string title, string text, string? area) =>
        Outage.Announce("xx-water", new(title, text, area, _now, null), "a.hotline", _now).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe([field]);

    [Fact]
    public void Announce_WithoutBeginOrEndingBeforeIt_IsRefused()
    {
        Outage.Announce("xx-water", Terms() with { Begins = null }, "a.hotline", _now).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["begins"]);
        Outage.Announce("xx-water", Terms() with { Begins = _now.AddYears(-1) }, "a.hotline", _now).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["begins"]);
        Outage.Announce("xx-water", Terms() with { ExpectedEnd = _now }, "a.hotline", _now).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["expectedEnd"]);
        Outage.Announce("xx-water", Terms(title: new('长', 101)), "a.hotline", _now).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["title"]);
    }

    private static Outage Announce(string area = "柳园小区", DateTimeOffset? begins = null, DateTimeOffset? end = null) =>
        Outage.Announce("xx-water", Terms(area: area) with { Begins = begins ?? _now, ExpectedEnd = end }, "a.hotline", _now).Value;

    private static OutageTerms Terms(string title = "爆管抢修", string area = "柳园小区") => new(title, "正在抢修，预计今晚恢复。", area, _now, _now.AddHours(4));
}
