using Bpm.Engine.Activities.Containers;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Children;

/// <summary>
/// Has a workflow started for each item of a list, as instances of their own, after this burst is stored. Goes on at once (<c>Done</c>), or
/// when all have ended, in whatever way (<c>Completed</c> and <c>Done</c>), and runs an activity for each that finished or failed.
/// </summary>
internal sealed class BulkDispatchWorkflows : Activity, ILoop
{
    private const int MaxItems = 10_000;

    /// <summary>What the activities that run for one child see, in the order of <see cref="Value"/>.</summary>
    private static readonly string[] Variables = ["ChildInstanceId", "WorkflowInstanceId", "WorkflowStatus", "WorkflowSubStatus", "WorkflowOutput"];

    private readonly Input<string> _definition;
    private readonly Input<IReadOnlyList<object?>> _items;
    private readonly Input<string> _key;
    private readonly ItemCorrelation? _correlation;
    private readonly Input<IReadOnlyDictionary<string, object?>> _input;
    private readonly Input<bool> _wait;
    private readonly ActivityNode? _completed;
    private readonly ActivityNode? _faulted;

    private BulkDispatchWorkflows(NodeReader reader)
    {
        ChildInputs.RefuseChannel(reader);
        _definition = reader.Input("workflowDefinitionId", "");
        _items = reader.Input<IReadOnlyList<object?>>("items", []);
        _key = reader.Input("defaultItemInputKey", "Item");
        _correlation = ItemCorrelation.Read(reader, _key.IsConstant ? _key.Constant : "Item");
        _input = reader.Input<IReadOnlyDictionary<string, object?>>("input", new Dictionary<string, object?>());
        _wait = reader.Input("waitForCompletion", true);
        _completed = reader.Body("childCompleted", Variables);
        _faulted = reader.Body("childFaulted", Variables);
    }

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.BulkDispatchWorkflows", ChildInputs.Category, "批量派发流程", "对列表中的每一项另外启动一个流程")
        {
            Kind = ActivityKind.Task,
            Inputs =
            [
                ChildInputs.Definition,
                new("Items", "Object", "列表", "每一项启动一个流程；对象的各项成为输入") { UIHint = "multiline", DefaultSyntax = "JavaScript" },
                new("DefaultItemInputKey", "String", "项的输入名", "列表中的项不是对象时，用这个名称交给新实例") { DefaultValue = "Item" },
                new("CorrelationIdFunction", "String", "关联号", "按项计算新实例的关联号，例如 getItem()") { DefaultSyntax = "JavaScript" },
                ChildInputs.Input,
                ChildInputs.Wait("等到全部结束再继续；不选则立即继续", byDefault: true),
            ],
            Ports =
            [
                new("ChildCompleted", "一个流程结束", PortKind.Embedded), new("ChildFaulted", "一个流程出错", PortKind.Embedded),
                new("Completed", "全部结束"), new("Canceled", "已取消"), new("Done", "完成"),
            ],
        },
        reader => new BulkDispatchWorkflows(reader));

    public override IReadOnlyList<string> StartedDefinitions => ChildInputs.Known(_definition);

    public override void Execute(ActivityContext c)
    {
        var items = c.Get(_items);
        if (items.Count > MaxItems) throw new ActivityFaultException($"列表有 {items.Count} 项，一次最多派发 {MaxItems} 个流程，请分批派发。");
        var waits = c.Get(_wait);
        var children = items.Select(item => c.Dispatch(c.Get(_definition), InputOf(c, item), _correlation?.Of(c, item), waits)).ToArray();
        if (!waits || children.Length == 0)
        {
            c.Complete();
            return;
        }
        c.Counters = [children.Length, 0];
        foreach (var child in children) c.CreateBookmark(Stimulus.ChildEnded, child);
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        var end = ChildEnd.Of(bookmark, payload);
        c.Counters![0]--;
        var body = end.SubStatus switch
        {
            nameof(WorkflowSubStatus.Finished) => _completed,
            nameof(WorkflowSubStatus.Faulted) => _faulted,
            _ => null,
        };
        if (body is null)
        {
            GoOn(c);
            return;
        }
        var round = ++c.Counters[1];
        // Kept until its activity completes, for a repair of the instance may have to start that once more.
        c.State = new Dictionary<string, object?>(Rounds(c), StringComparer.Ordinal) { [Key(round)] = Values(end) };
        c.Schedule(body, round);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        c.State = Rounds(c).Where(p => p.Key != Key(child.Tag)).ToDictionary(StringComparer.Ordinal);
        GoOn(c);
    }

    public object? Value(ActivityContext c, int round, int variable) =>
        Rounds(c).GetValueOrDefault(Key(round)) is IReadOnlyList<object?> values ? values[variable] : null;

    private static void GoOn(ActivityContext c)
    {
        if (c.Counters![0] == 0 && !c.HasWork) c.Complete("Completed", "Done");
    }

    /// <summary>An object's values are inputs of their own; anything else is one input.</summary>
    private Dictionary<string, object?> InputOf(ActivityContext c, object? item)
    {
        var values = new Dictionary<string, object?>(c.Get(_input), StringComparer.Ordinal);
        if (item is IReadOnlyDictionary<string, object?> map)
            foreach (var (name, value) in map) values[name] = value;
        else values[c.Get(_key)] = item;
        return values;
    }

    private static IReadOnlyDictionary<string, object?> Rounds(ActivityContext c) =>
        c.State as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();

    private static List<object?> Values(ChildEnd end) => [end.InstanceId, end.InstanceId, end.Status, end.SubStatus, end.Output];

    private static string Key(int round) => round.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
