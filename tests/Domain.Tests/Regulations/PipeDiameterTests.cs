using Bpm.Domain.Regulations;

namespace Bpm.Domain.Tests.Regulations;

/// <summary>How long a repair may take by the pipe's size (A §四.4, AMB-09, AMB-10).</summary>
public sealed class PipeDiameterTests
{
    [Theory]
    [InlineData("599", 24)]
    [InlineData("600", 38)]
    [InlineData("799", 38)]
    [InlineData("800", 48)]
    [InlineData("900", 48)]
    [InlineData(null, 24)]
    public void Repair_ByDiameter_HasOneRule(string? diameter, int hours)
    {
        var attributes = new Dictionary<string, string> { ["zone"] = "urban" };
        if (diameter is not null)
            attributes["pipeDiameter"] = diameter;

        var rule = Shipped.Xx.Applicable(new("complaint", "hotline", "pipe-repair", attributes)).Where(r => r.Group == "管道修复时限").ShouldHaveSingleItem();

        rule.Duration.Span.ShouldBe(TimeSpan.FromHours(hours));
    }

    // The text gives DN600 and more 38 hours, and DN800 and more 48 hours as well.
    [Fact]
    public void Check_RowsAsTheTextHasThem_Overlap()
    {
        const string shipped = "\"min\": 600, \"below\": 800";
        Shipped.XxJson.ShouldContain(shipped);

        var finding = RuleSet.Parse(Shipped.XxJson.Replace(shipped, "\"min\": 600", StringComparison.Ordinal)).Check().ShouldHaveSingleItem();

        (finding.Code, string.Join(' ', finding.Rules)).ShouldBe(("RULE-OVERLAP", "A-4.4d A-4.4e"));
    }
}
