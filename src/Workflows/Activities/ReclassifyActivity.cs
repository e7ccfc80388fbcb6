using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Corrects the category to the one that a step's form names in its field <see cref="CategoryField"/>, within the same process: for letters,
/// whose process is the channel's. Left blank, the category stays.
/// </summary>
public sealed class ReclassifyActivity : Activity
{
    public const string TypeName = "Bpm.Reclassify";

    /// <summary>Form field with the category's code.</summary>
    public const string CategoryField = "category";

    private ReclassifyActivity(NodeReader node) => Step = node.Fixed<string>("step", "");

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "更正类别", "按某步骤表单里选择的类别（category）更正；没有选择则不变。流程不变，只用于信函等各类别共用的流程。")
        {
            Inputs = [ComplaintInputs.Step("可更正类别的步骤代码。")],
        },
        node => new ReclassifyActivity(node));

    /// <summary>Step whose form names the category.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var chosen = scope.Complaint.LastCompleted(Step)?.Answer?.Value.Text(CategoryField);
        if (chosen is not null && chosen != scope.Complaint.Category)
        {
            var category = scope.Directory.Profile.Categories.GetValueOrDefault(chosen) ?? throw new ActivityFaultException($"类别“{chosen}”不存在。");
            scope.Record("case.reclassified", $"case:{scope.Complaint.Number}", $"{scope.Complaint.Category} {category.Code}");
            scope.Complaint.Reclassify(category);
        }

        c.Complete();
    }
}
