using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Tests.Regulations;

public sealed class RuleSetTests
{
    [Fact]
    public void Shipped_BothOrganisations_HoldEveryArticle()
    {
        Shipped.Xx.Articles.Count.ShouldBe(61);
        Shipped.Liaocheng.Articles.Count.ShouldBe(50);
        Shipped.Xx.Articles.Concat(Shipped.Liaocheng.Articles).ShouldAllBe(a => a.Quote.Length > 0 && a.Section.Length > 0);
        Shipped.Xx.EffectiveFrom.ShouldBe(new DateOnly(2023, 4, 16));
        Shipped.Liaocheng.EffectiveFrom.ShouldBe(new DateOnly(2023, 1, 1));
    }

    [Theory]
    [InlineData("A-2.1a A-2.1b A-2.1c A-2.2a A-2.2b A-3.3c A-4.2 A-4.3 A-4.4a A-4.4b A-4.4c A-4.4d A-4.4e A-4.5 A-4.5r A-4.6 A-4.7 A-5.1b A-5.5 A-6.1 A-6.2a A-6.2b A-6.3 A-6.4 A-7.1 A-7.2")]
    [InlineData("B-6.1a B-6.2.5 B-6.3.1a B-F2a B-F2b B-F3 B-F4a B-F5a B-F2a.explain B-F6 B-9")]
    public void Shipped_ClockRules_AreExactlyThese(string ids) =>
        (ids[0] == 'A' ? Shipped.Xx : Shipped.Liaocheng).Rules.Select(r => r.Id).ShouldBe(ids.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("A-4.1", "A-2.1a")]
    [InlineData("A-5.3b", "A-2.1b")]
    [InlineData("A-5.6a", "A-2.1c")]
    [InlineData("A-5.6b", "A-2.1c")]
    [InlineData("B-5.1.4", "B-6.3.1a")]
    [InlineData("B-6.3.2a", "B-F5a")]
    [InlineData("B-6.2.2", "B-6.1a")]
    public void Find_Alias_GivesTheCarriersClock(string alias, string carrier)
    {
        Shipped.Rule(alias).Id.ShouldBe(carrier);
        (alias[0] == 'A' ? Shipped.Xx : Shipped.Liaocheng).FindArticle(alias)!.Id.ShouldBe(alias);
    }

    [Theory]
    [InlineData("A-4.0")]
    [InlineData("A-9")]
    [InlineData("A-5.3a")]
    [InlineData("nothing")]
    public void Find_NoClock_IsNull(string id) => Shipped.Xx.Find(id).ShouldBeNull();

    [Theory]
    [InlineData("A-5.2c", "我的工作是拆装水表送检,肉眼无法对水表的运行情况做出判断,水表运行是否正常需等待检表报告。")]
    [InlineData("A-5.3a", "您好!您的投诉已登记,我们已将您的投诉转达给相关部门,有关人员将为您进行处理。感谢您的来电!祝您生活愉快!")]
    [InlineData("A-5.3b", "您好!您的留言已收悉,客服人员已将您的留言转达给相关部门,有关人员将为您进行处理(待有关人员核实后客服人员将向您做出具体回复)。感谢您的留言!祝您生活愉快!")]
    public void FixedText_Shipped_IsTheRegulationsOwnWords(string id, string text)
    {
        Shipped.Xx.FindText(id)!.Text.ShouldBe(text);
        Shipped.Xx.FindText(id)!.Text.ShouldBe(Shipped.Xx.FindArticle(id)!.Quote);
    }

    [Theory]
    [InlineData("A-2.1b", "§二.1")]
    [InlineData("B-6.2.5", "第六条（二）5")]
    [InlineData("B-F4a", "附件④")]
    public void Article_Shipped_IsCitedAsStaffWriteIt(string id, string section) => Shipped.Rule(id).Article.ShouldBe(section);

    [Theory]
    [InlineData("A-4.5r A-5.1b A-5.5 A-6.3 A-6.4")]
    [InlineData("B-6.1a B-F2a B-F3 B-F2a.explain B-F6 B-9")]
    public void Targets_Shipped_AreExactlyThese(string ids) =>
        (ids[0] == 'A' ? Shipped.Xx : Shipped.Liaocheng).Rules.Where(r => r.IsTarget).Select(r => r.Id).ShouldBe(ids.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("complaint hotline pipe-repair", "A-2.1b A-2.1c A-3.3c A-4.4a A-4.4c A-5.5")]
    [InlineData("complaint hotline pipe-repair zone=suburban pipeDiameter=599.9", "A-2.1b A-2.1c A-3.3c A-4.4b A-4.4c A-5.5")]
    [InlineData("complaint wechat pipe-repair zone=urban pipeDiameter=600", "A-2.1b A-2.1c A-3.3c A-4.4a A-4.4d A-5.5")]
    [InlineData("complaint wechat pipe-repair zone=somewhere pipeDiameter=unclear", "A-2.1b A-2.1c A-3.3c A-4.4a A-4.4c A-5.5")]
    [InlineData("complaint counter pipe-repair zone=urban pipeDiameter=800", "A-2.1c A-3.3c A-4.4a A-4.4e A-5.5")]
    [InlineData("complaint hotline water-quality", "A-2.1b A-2.1c A-3.3c A-4.5 A-4.5r A-5.5")]
    [InlineData("complaint mayor-mailbox supply issue=no-water", "A-2.2a A-2.2b A-3.3c A-4.3 A-5.1b A-5.5")]
    [InlineData("complaint hotline supply issue=meter-box", "A-2.1b A-2.1c A-3.3c A-4.3 A-5.5")]
    [InlineData("consultation wechat billing", "A-2.1a A-2.1c A-3.3c A-5.5")]
    [InlineData("consultation hotline installation", "A-2.1a A-2.1c A-3.3c A-4.6 A-5.5")]
    [InlineData("fault counter system-fault system=gis", "A-7.2")]
    [InlineData("fault counter system-fault system=huini", "A-7.1")]
    public void Applicable_XxWater_NamesTheRules(string facts, string ids) =>
        Shipped.Xx.Applicable(Facts(facts)).Select(r => r.Id).ShouldBe(ids.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("complaint hotline product-quality", "B-6.1a B-6.2.5 B-6.3.1a B-9")]
    [InlineData("complaint oral discipline", "B-6.1a B-F2a B-F2b B-F3 B-F4a B-F5a B-F2a.explain B-F6 B-9")]
    public void Applicable_Liaocheng_NamesTheRules(string facts, string ids) =>
        Shipped.Liaocheng.Applicable(Facts(facts)).Select(r => r.Id).ShouldBe(ids.Split(' '), ignoreOrder: true);

    [Fact]
    public void CanPause_Shipped_ArrivalClocksNeverDo() =>
        Shipped.Xx.Rules.Where(r => !r.CanPause).Select(r => r.Id).ShouldBe(["A-4.4a", "A-4.4b"]);

    [Fact]
    public void Check_Shipped_FindsNothing()
    {
        Shipped.Xx.Check().ShouldBeEmpty();
        Shipped.Liaocheng.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"min\": 600, \"below\": 800", "\"min\": 600", "RULE-OVERLAP", "A-4.4d A-4.4e")]
    [InlineData("\"below\": 600, \"unknown\": true", "\"below\": 601, \"unknown\": true", "RULE-OVERLAP", "A-4.4c A-4.4d")]
    [InlineData("\"min\": 800", "\"min\": 801", "RULE-GAP", "A-4.4c A-4.4d A-4.4e")]
    [InlineData("\"below\": 600, \"unknown\": true", "\"below\": 600", "RULE-GAP", "A-4.4c A-4.4d A-4.4e")]
    [InlineData("\"in\": [\"wechat\", \"huini\"]", "\"in\": [\"wechat\"]", "RULE-GAP", "A-7.1 A-7.2")]
    [InlineData("\"category\": [\"violation\"]", "\"category\": [\"violation\", \"supply\"]", "RULE-OVERLAP", "A-4.3 A-4.7")]
    public void Check_ChangedCondition_ReportsIt(string old, string changed, string code, string rules)
    {
        Shipped.XxJson.ShouldContain(old);
        var finding = RuleSet.Parse(Shipped.XxJson.Replace(old, changed, StringComparison.Ordinal)).Check().ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Rules.ShouldBe(rules.Split(' '));
    }

    [Theory]
    [InlineData("\"duration\": \"PT38H\"", "\"duration\": \"38h\"", "A-4.4d")]
    [InlineData("\"duration\": \"PT38H\"", "\"duration\": \"P1WD\"", "A-4.4d")]
    [InlineData("\"ladder\": \"L3\"", "\"ladder\": \"L9\"", "L9")]
    [InlineData("\"at\": \"due+30m\"", "\"at\": \"30 minutes later\"", "escalate-1")]
    [InlineData("\"to\": [\"role:deputy\"]", "\"to\": [\"deputy\"]", "deputy")]
    [InlineData("\"penalties\": [\"A-8.6\"]", "\"penalties\": [\"A-8.66\"]", "A-8.66")]
    [InlineData("\"id\": \"A-4.4d\",\n", "\"id\": \"A-4.4c\",\n", "A-4.4c")]
    [InlineData("\"id\": \"A-5.3a\", \"channel\"", "\"id\": \"A-5.3b\", \"channel\"", "A-5.3b")]
    [InlineData("\"releaseAt\": \"08:00\", ", "", "quietHours")]
    [InlineData("\"pauseEnabled\"", "\"pausEnabled\"", "pausEnabled")]
    public void Parse_BrokenRules_NamesTheCulprit(string old, string changed, string culprit)
    {
        Shipped.XxJson.ShouldContain(old);
        Should.Throw<InvalidRulesException>(() => RuleSet.Parse(Shipped.XxJson.Replace(old, changed, StringComparison.Ordinal)))
            .Message.ShouldContain(culprit);
    }

    [Theory]
    [InlineData("A-6.1", "2026-10-02T09:00:00", "2026-10-03T00:00:00")]
    [InlineData("A-6.2b", "2026-10-09T08:30:00", "2026-10-10T08:30:00")]
    [InlineData("A-6.2a", "2026-09-30T09:00:00", "2026-10-08T08:30:00")]
    [InlineData("A-6.4", "2026-09-15T09:00:00", "2026-10-08T08:30:00")]
    public void Recurrence_Next_FollowsTheCalendar(string id, string after, string next) =>
        Shipped.Rule(id).Recurrence!.Next(Shipped.At(after), Shipped.Calendar).ShouldBe(Shipped.At(next));

    [Fact]
    public void Rungs_Shipped_EveryRuleHasOneDue() =>
        Shipped.Xx.Rules.Concat(Shipped.Liaocheng.Rules).ShouldAllBe(r => r.Rungs.Count(x => x.Kind == ThresholdKind.Due) == 1);

    private static CaseFacts Facts(string text)
    {
        var parts = text.Split(' ');
        return new CaseFacts(parts[0], parts[1], parts[2], parts[3..].Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]));
    }
}
