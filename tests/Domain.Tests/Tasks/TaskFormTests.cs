using System.Text.Json;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

public sealed class TaskFormTests
{
    private static readonly TaskForm _form = Sample.Form(
        """
        {"text":{"type":"string","title":"文字","maxLength":5},
         "unit":{"type":"string","title":"单位","enum":["unit1","unit2"],"enumTitles":["一","二"]},
         "people":{"type":"string","title":"人员","enum":["b.unit1","b.unit2"],"enumTitles":["甲","乙"],"multiple":true},
         "count":{"type":"integer","title":"数量","minimum":1,"maximum":10},
         "pressure":{"type":"number","title":"水压","minimum":0},
         "yes":{"type":"boolean","title":"是否"},
         "at":{"type":"date-time","title":"时间"}}
        """);

    [Theory]
    [InlineData("text", "\"水压\"", true)]
    [InlineData("text", "\"一二三四五\"", true)]
    [InlineData("text", "\"一二三四五六\"", false)]
    [InlineData("text", "\"铃\\u0007\"", false)]
    [InlineData("text", "5", false)]
    [InlineData("text", "null", true)]
    [InlineData("text", "[\"水\"]", false)]
    [InlineData("unit", "\"unit1\"", true)]
    [InlineData("unit", "\"unit3\"", false)]
    [InlineData("unit", "\"\"", true)]
    [InlineData("people", "[\"b.unit1\",\"b.unit2\"]", true)]
    [InlineData("people", "\"b.unit1\"", true)]
    [InlineData("people", "[\"b.chairman\"]", false)]
    [InlineData("people", "[1]", false)]
    [InlineData("people", "[]", true)]
    [InlineData("count", "10", true)]
    [InlineData("count", "10.0", true)]
    [InlineData("count", "11", false)]
    [InlineData("count", "0", false)]
    [InlineData("count", "1.5", false)]
    [InlineData("count", "1e400", false)]
    [InlineData("count", "\"3\"", false)]
    [InlineData("pressure", "0.28", true)]
    [InlineData("pressure", "-0.1", false)]
    [InlineData("yes", "true", true)]
    [InlineData("yes", "false", true)]
    [InlineData("yes", "\"true\"", false)]
    [InlineData("at", "\"2026-09-24T17:00:00+08:00\"", true)]
    [InlineData("at", "\"2026-09-24T09:00:00Z\"", true)]
    [InlineData("at", "\"2026-09-24T17:00:00\"", false)]
    [InlineData("at", "\"2026-09-24\"", false)]
    [InlineData("at", "\"昨天\"", false)]
    [InlineData("at", "1790000000", false)]
    [InlineData("unknown", "\"x\"", false)]
    public void Validate_Value_IsCheckedByItsField(string field, string json, bool valid)
    {
        var errors = _form.Validate("Done", Sample.Values($$"""{"{{field}}":{{json}}}"""));

        if (valid)
            errors.ShouldBeEmpty();
        else
            errors[field].ShouldHaveSingleItem().ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        errors.Keys.ShouldBe(valid ? [] : [field]);
    }

    [Theory]
    [InlineData("Done", "{}", "text,unit")]
    [InlineData("Done", """{"text":" ","unit":null}""", "text,unit")]
    [InlineData("Done", """{"text":"好","unit":"unit1"}""", "")]
    [InlineData("Returned", "{}", "text")]
    public void Validate_Required_DependsOnOutcome(string outcome, string values, string missing)
    {
        var form = _form with { Required = ["text", "unit"], RequiredFor = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = ["Done"] } };

        string.Join(',', form.Validate(outcome, Sample.Values(values)).Keys).ShouldBe(missing);
    }

    [Fact]
    public void Validate_RequiredFalse_IsAnAnswer()
    {
        var form = _form with { Required = ["yes"] };

        form.Validate("Done", Sample.Values("""{"yes":false}""")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unit2", "unit2")]
    [InlineData(null, null)]
    public void WithDefaults_OfTheCase_FillsInTheAccusedUnitAndLeavesTheRest(string? accused, string? filled)
    {
        var form = WithDefaults();

        var shown = form.WithDefaults(accused);

        shown.Properties["unit"].Default.ShouldBe(filled);
        shown.Properties["text"].Default.ShouldBe("同意");
        form.Properties["unit"].Default.ShouldBe(FormField.AccusedUnit, "the form itself is shared");
    }

    [Fact]
    public void WithDefaults_WithoutAny_IsTheSameForm() => _form.WithDefaults("unit2").ShouldBeSameAs(_form);

    [Fact]
    public void WithoutDefaults_EveryField_StartsEmpty() => WithDefaults().WithoutDefaults().Properties.Values.ShouldAllBe(field => field.Default == null);

    [Fact]
    public void Json_OfForm_IsTheOutsideContract()
    {
        var json = JsonSerializer.Serialize(_form with { Required = ["text"] }, JsonSerializerOptions.Web);
        using var document = JsonDocument.Parse(json);
        var properties = document.RootElement.GetProperty("properties");

        properties.GetProperty("text").GetRawText().ShouldBe("""{"type":"string","title":"\u6587\u5B57","maxLength":5}""");
        properties.GetProperty("unit").GetProperty("enum").GetArrayLength().ShouldBe(2);
        properties.EnumerateObject().Select(p => p.Name).ShouldBe(["text", "unit", "people", "count", "pressure", "yes", "at"]);
        document.RootElement.GetProperty("required")[0].GetString().ShouldBe("text");
        document.RootElement.GetProperty("requiredFor").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Json_OfValueObjects_SurvivesRoundTrip(bool web)
    {
        var options = web ? JsonSerializerOptions.Web : JsonSerializerOptions.Default;
        var answer = new TaskAnswer(Sample.Values("""{"text":"好","people":["b.unit1"]}"""), "备注");

        Same(_form with { Required = ["text"], RequiredFor = new Dictionary<string, IReadOnlyList<string>> { ["text"] = ["Done"] } });
        Same((IReadOnlyList<TaskOutcome>)[new("Done", "办结"), new("BySms", "代录", true, ["role:hotline"])]);
        Same(answer);
        Same((IReadOnlyList<TaskHandover>)[new(TaskHandoverKind.Return, "a", "b", Sample.Now, "理由", "Done", answer)]);

        void Same<T>(T value)
        {
            var json = JsonSerializer.Serialize(value, options);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, options), options).ShouldBe(json);
        }
    }

    private static TaskForm WithDefaults() => Sample.Form(
        """
        {"unit":{"type":"string","title":"单位","enum":["unit1","unit2"],"enumTitles":["一","二"],"default":"$accusedUnit"},
         "text":{"type":"string","title":"批示","default":"同意"},
         "note":{"type":"string","title":"备注"}}
        """);

    [Fact]
    public void Answer_Texts_ReadsOneOrMany()
    {
        var answer = new TaskAnswer(Sample.Values("""{"one":"甲","many":["甲","乙"],"number":1}"""), null);

        answer.Texts("one").ShouldBe(["甲"]);
        answer.Texts("many").ShouldBe(["甲", "乙"]);
        answer.Texts("number").ShouldBeEmpty();
        answer.Text("missing").ShouldBeNull();
    }
}
