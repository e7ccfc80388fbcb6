using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Draws up a report of the organisation, or writes down that it was confirmed or sent. The rows are those of the burst's minute.</summary>
public sealed class ReportActivity : Activity
{
    public const string TypeName = "Bpm.Report";

    private readonly ReportAction _action;

    private ReportActivity(NodeReader node)
    {
        Report = node.Fixed<string>("report", "");
        _action = Choices.Read(node, "action", "draft", "confirm", "send") switch
        {
            "confirm" => ReportAction.Confirm,
            "send" => ReportAction.Send,
            _ => ReportAction.Draft,
        };
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "报表", "按此刻的数据生成一份报表，或记录报表已确认、已报送。用于例行工作。")
        {
            Inputs =
            [
                ComplaintInputs.Choice("Action", "动作", "对报表做什么。", ("draft", "生成草稿"), ("confirm", "记录已确认"), ("send", "记录已报送")),
                ComplaintInputs.Listed("Report", "报表", "organisation.json 中 reports 的一项。", Pickers.Reports),
            ],
        },
        node => new ReportActivity(node));

    /// <summary>Code of the report.</summary>
    public string Report { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        if (!scope.Directory.Profile.Reports.ContainsKey(Report))
            throw new ActivityFaultException($"报表“{Report}”在 organisation.json 中不存在。");
        scope.Reports.Add(new(_action, Report));
        c.Complete();
    }
}
