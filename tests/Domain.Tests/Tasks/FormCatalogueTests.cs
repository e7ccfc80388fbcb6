using System.Text;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

public sealed class FormCatalogueTests
{
    [Fact]
    public void Outcome_StepOverride_KeepsWhatItDoesNotSay()
    {
        var catalogue = Parse("""
            {"outcomes":{"Returned":{"title":"退回","reasonRequired":true},"BySms":{"title":"代录","recordedBy":["role:hotline"]}},
             "stepOutcomes":{"handle.Returned":{"title":"退回重派"},"handle.BySms":{"reasonRequired":true}},"forms":{}}
            """);

        catalogue.Outcome("handle", "Returned").ShouldBe(new("Returned", "退回重派", true));
        catalogue.Outcome("visit", "Returned")!.Title.ShouldBe("退回");
        var bySms = catalogue.Outcome("handle", "BySms")!;
        (bySms.Title, bySms.ReasonRequired).ShouldBe(("代录", true));
        bySms.RecordedBy.ShouldBe(["role:hotline"]);
        catalogue.Outcome("handle", "Unknown").ShouldBeNull();
    }

    [Fact]
    public void Form_RequiredForField_IsListedAsRequired()
    {
        var form = Parse("""
            {"outcomes":{"Done":{"title":"办结"}},"forms":{"f":{"properties":{"a":{"type":"string","title":"甲"},"b":{"type":"string","title":"乙"}},
             "required":["a"],"requiredFor":{"b":["Done"]}}}}
            """).Form("f")!;

        form.Required.ShouldBe(["a", "b"]);
        form.IsRequired("b", "Done").ShouldBeTrue();
        form.IsRequired("b", "Other").ShouldBeFalse();
        form.IsRequired("a", "Other").ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"text","title":"甲"}}}}}""", "text")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"string","title":"甲","enum":["x","y"],"enumTitles":["一"]}}}}}""", "enumTitles")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{},"required":["a"]}}}""", "properties")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"date-time","title":"甲"}},"required":["a"]}}}""", "必填")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"string","title":"甲"}},"requiredFor":{"a":["Done"]}}}}""", "Done")]
    [InlineData("""{"outcomes":{"Done":{}},"forms":{}}""", "Done")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"integer","title":"甲","default":"1"}}}}}""", "default")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"string","title":"甲","multiple":true,"default":"x"}}}}}""", "default")]
    [InlineData("""{"outcomes":{},"forms":{"f":{"properties":{"a":{"type":"string","title":"甲","default":"$somebody"}}}}}""", "$accusedUnit")]
    [InlineData("""{"outcomes":{},"stepOutcomes":{"handle.Done":{"title":"办结"}},"forms":{}}""", "handle.Done")]
    [InlineData("""{"outcomes":{},"forms":{},"froms":{}}""", "froms")]
    [InlineData("""{"outcomes":{}""", "无法读取")]
    public void Parse_Broken_SaysWhat(string json, string part) =>
        Should.Throw<InvalidFormsException>(() => Parse(json)).Message.ShouldContain(part);

    [Fact]
    public void Resolve_Pickers_AreFilledFromTheOrganisation()
    {
        var form = Packs.FormsB.Form("review")!.Resolve(Packs.B.Options);

        form.Properties["unit"].Enum.ShouldBe(["unit1", "unit2"]);
        form.Properties["unit"].EnumTitles.ShouldBe(["城区供水营业所", "供水安装公司"]);
        form.Validate("Accepted", Sample.Values("{}")).Keys.ShouldBe(["unit"]);
        form.Validate("Accepted", Sample.Values("""{"unit":"unit2"}""")).ShouldBeEmpty();
        form.Validate("Unfounded", Sample.Values("{}")).Keys.ShouldBe(["text"]);
    }

    public static TheoryData<string, string> EveryForm
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in Packs.FormsA.FormIds)
                data.Add("xx-water", id);
            foreach (var id in Packs.FormsB.FormIds)
                data.Add("liaocheng-water", id);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void ShippedForm_Pickers_CanAllBeFilled(string pack, string id)
    {
        var (forms, directory) = pack == "xx-water" ? (Packs.FormsA, Packs.A) : (Packs.FormsB, Packs.B);

        var form = forms.Form(id)!.Resolve(directory.Options);

        form.Properties.Values.ShouldAllBe(field => field.Picker == null && (field.Enum == null || field.Enum.Count > 0));
    }

    [Theory]
    [InlineData("xx-water", "site-visit", "Recorded", "elevation,secondarySupply,builder,liability")]
    [InlineData("xx-water", "site-visit", "Returned", "")]
    [InlineData("xx-water", "department-handling", "AnsweredBySms", "text")]
    [InlineData("liaocheng-water", "unit-handling", "Handled", "cause,responsiblePerson,customerContacted,text")]
    [InlineData("liaocheng-water", "unit-handling", "Returned", "")]
    [InlineData("liaocheng-water", "unfounded-check", "Rejected", "unit")]
    [InlineData("liaocheng-water", "unfounded-check", "Confirmed", "")]
    [InlineData("liaocheng-water", "chairman-instruction", "Instructed", "unit,text")]
    public void ShippedForm_Empty_NamesWhatTheRegulationAsksFor(string pack, string id, string outcome, string missing)
    {
        var forms = pack == "xx-water" ? Packs.FormsA : Packs.FormsB;

        string.Join(',', forms.Form(id)!.Validate(outcome, Sample.Values("{}")).Keys).ShouldBe(missing);
    }

    private static FormCatalogue Parse(string json) => FormCatalogue.Parse(Encoding.UTF8.GetBytes(json));
}
