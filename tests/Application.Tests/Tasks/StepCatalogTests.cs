using Bpm.Application.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Drawings;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Tests.Tasks;

public class StepCatalogTests
{
    [Theory]
    [InlineData("xx-water", "first-reply", "首次答复客户")]
    [InlineData("xx-water", "superior-guidance", "上级指导")]
    [InlineData("xx-water", "reply-customer", "答复客户")]
    [InlineData("liaocheng-water", "closing-check", "办结复核")]
    public void StepsOf_APack_NamesEachStepOnceByWhatItsNamesHaveInCommon(string organisation, string code, string title)
    {
        var steps = StepsOf(organisation);
        steps.Single(step => step.Code == code).Title.ShouldStartWith(title);
        steps.Select(step => step.Code).ShouldBeUnique();
        steps.ShouldAllBe(step => step.Title.Any(c => c > '\u4e00') && !step.Title.EndsWith('（'));
    }

    [Fact]
    public void StepsOf_Everything_IsOrderedByTitle() => StepsOf("xx-water").Select(step => step.Title).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);

    private static IReadOnlyList<StepChoice> StepsOf(string organisation) => StepCatalog.StepsOf(
        Packs.Read(organisation).Files.Where(file => file.Kind == PackFileKind.Definition).Select(file => DrawnDefinition.Of(WorkflowDefinition.Parse(file.Json.ToArray()))));
}
