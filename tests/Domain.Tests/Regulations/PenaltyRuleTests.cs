using Bpm.Domain.Regulations;

namespace Bpm.Domain.Tests.Regulations;

/// <summary>The tariff of both regulations, and what is refused.</summary>
public sealed class PenaltyRuleTests
{
    [Theory]
    [InlineData("A-8.1", PenaltyTrigger.Breach, "当班热线服务人员 20 2")]
    [InlineData("A-8.2", PenaltyTrigger.Check, "受理主管 20 2|客服分部副经理 20 2|客服部经理 20 2")]
    [InlineData("A-8.3a", PenaltyTrigger.Breach, "部门经理 20 2|主要责任工作人员 20 2")]
    [InlineData("A-8.3b", PenaltyTrigger.Hand, "当事人  0")]
    [InlineData("A-8.4", PenaltyTrigger.Hand, "当事人  0")]
    [InlineData("A-8.5a", PenaltyTrigger.Breach, "行政管理部相关责任人 20 2")]
    [InlineData("A-8.6", PenaltyTrigger.Breach, "当事责任人 20 2")]
    [InlineData("A-8.7a", PenaltyTrigger.Repeat, "当事人  0")]
    [InlineData("A-8.7b", PenaltyTrigger.Hand, "当事人  0")]
    [InlineData("B-8.1a", PenaltyTrigger.Hand, "责任人 100 0|直接领导 50 0|指标责任人 50 0")]
    [InlineData("B-8.1b", PenaltyTrigger.Hand, "直接领导  0|单位分管负责人  0")]
    [InlineData("B-8.2", PenaltyTrigger.Hand, "责任人  0")]
    [InlineData("B-8.3", PenaltyTrigger.Hand, "受理人员  0")]
    [InlineData("B-8.4", PenaltyTrigger.Hand, "责任人  0")]
    public void Tariff_Shipped_IsTheRegulations(string article, PenaltyTrigger trigger, string liable)
    {
        var rule = (article[0] == 'A' ? Shipped.Xx : Shipped.Liaocheng).FindPenalty(article).ShouldNotBeNull();
        rule.Trigger.ShouldBe(trigger);
        string.Join('|', rule.Liable.Select(line => $"{line.Title} {line.Amount} {line.Points}")).ShouldBe(liable);
    }

    [Fact]
    public void Tariff_Shipped_NamesPeopleOfTheOrganisation()
    {
        foreach (var (rules, directory) in new[] { (Shipped.Xx, Packs.A), (Shipped.Liaocheng, Packs.B) })
        {
            rules.Penalties.SelectMany(rule => rule.Liable).SelectMany(line => line.Who).Where(token => !directory.Knows(token)).ShouldBeEmpty();
            rules.Articles.Where(article => article.Type == "penalty" && article.Id != "B-8.0").Select(article => article.Id).ShouldBe(rules.Penalties.Select(rule => rule.Article));
        }
    }

    [Theory]
    [InlineData("\"article\": \"A-8.6\", \"name\"", "\"article\": \"A-8.66\", \"name\"", "A-8.66")]
    [InlineData("\"article\": \"A-8.6\", \"name\"", "\"article\": \"A-7.1\", \"name\"", "A-7.1")]
    [InlineData("\"article\": \"A-8.6\", \"name\"", "\"article\": \"A-8.1\", \"name\"", "A-8.1")]
    [InlineData("\"who\": [\"role:deputy\"]", "\"who\": [\"deputy\"]", "deputy")]
    [InlineData("\"repeat\": {\"count\": 3, \"months\": 12}", "\"repeat\": {\"count\": 1, \"months\": 12}", "repeat.count")]
    [InlineData("\"proposed\": \"repeat\"", "\"proposed\": \"hand\"", "repeat")]
    [InlineData("\"who\": [\"duty:hotline\"], \"amount\": 20", "\"who\": [\"duty:hotline\"], \"amount\": -1", "当班热线服务人员")]
    [InlineData("\"who\": [\"duty:hotline\"], \"amount\": 20", "\"who\": [\"duty:hotline\"]", "reference")]
    [InlineData("\"appealDays\": 5", "\"appealDays\": 0", "appealDays")]
    public void Parse_BrokenTariff_NamesTheCulprit(string old, string changed, string culprit)
    {
        Shipped.XxJson.ShouldContain(old);
        Should.Throw<InvalidRulesException>(() => RuleSet.Parse(Shipped.XxJson.Replace(old, changed, StringComparison.Ordinal))).Message.ShouldContain(culprit);
    }

    [Fact]
    public void Parse_OutsideRuleWithoutAmount_IsProposedByHandOnly() =>
        Should.Throw<InvalidRulesException>(() => RuleSet.Parse(Shipped.LiaochengJson.Replace(
            "\"name\": \"对投诉拒不理睬又不汇报\", \"proposed\": \"hand\"", "\"name\": \"对投诉拒不理睬又不汇报\", \"proposed\": \"breach\"", StringComparison.Ordinal))).Message.ShouldContain("B-8.2");
}
