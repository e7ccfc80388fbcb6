using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Storage;

/// <summary>The live runs of an instance: a tree, containers before their children, nodes by their position in the graph.</summary>
internal static class RunSerializer
{
    private const int MaxDepth = 2_000;

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Tag = 1,
        Counters = 2,
        Slots = 4,
        Undeclared = 8,
        Arguments = 16,
        State = 32,
        Children = 64,
    }

    public static byte[] Write(WorkflowInstance instance)
    {
        var w = new StateWriter();
        if (instance.Root is null) return [];
        WriteRun(w, instance.Root);
        w.UInt((ulong)instance.Pending.Count);
        foreach (var item in instance.Pending)
        {
            w.Int(item.Node.Index);
            w.Int(item.Parent?.ActivityInstanceId ?? 0);
            w.Int(item.Tag);
        }
        return w.Written.ToArray();
    }

    public static void Read(byte[] bytes, WorkflowGraph graph, WorkflowInstance instance)
    {
        if (bytes.Length == 0) return;
        var r = new StateReader(bytes);
        var runs = new Dictionary<int, ActivityContext>();
        instance.Root = ReadRun(ref r, graph, instance, null, runs, 0);
        var pending = new List<WorkItem>();
        for (var left = r.Count(); left > 0; left--)
        {
            var node = Node(graph, r.Int32());
            runs.TryGetValue(r.Int32(), out var parent);
            pending.Add(new WorkItem(node, parent, r.Int32()));
            if (parent is not null) parent.ScheduledCount++;
        }
        instance.Pending = pending;
        if (!r.AtEnd) throw StateReader.Broken();
        foreach (var bookmark in instance.BookmarkList)
        {
            var run = runs.GetValueOrDefault(bookmark.ActivityInstanceId) ?? throw StateReader.Broken();
            run.BookmarkCount++;
            instance.Waiting[bookmark.Id] = run;
        }
    }

    private static void WriteRun(StateWriter w, ActivityContext run)
    {
        var parts = (run.Tag != 0 ? Parts.Tag : 0)
            | (run.Counters is not null ? Parts.Counters : 0)
            | (run.Slots is { Length: > 0 } ? Parts.Slots : 0)
            | (run.Undeclared is not null ? Parts.Undeclared : 0)
            | (run.Inputs is not null ? Parts.Arguments : 0)
            | (run.State is not null ? Parts.State : 0)
            | (run.FirstChild is not null ? Parts.Children : 0);
        w.Int(run.Node.Index);
        w.Int(run.ActivityInstanceId);
        w.Byte((byte)run.Status);
        w.Byte((byte)parts);
        if (parts.HasFlag(Parts.Tag)) w.Int(run.Tag);
        if (parts.HasFlag(Parts.Counters))
        {
            w.UInt((ulong)run.Counters!.Length);
            foreach (var counter in run.Counters) w.Int(counter);
        }
        if (parts.HasFlag(Parts.Slots))
            for (var i = 0; i < run.Slots!.Length; i++) StateValues.Write(w, run.Node.Variables[i].IsTransient ? null : run.Slots[i]);
        if (parts.HasFlag(Parts.Undeclared)) StateValues.WriteMap(w, run.Undeclared);
        if (parts.HasFlag(Parts.Arguments))
        {
            StateValues.WriteMap(w, run.Inputs);
            StateValues.WriteMap(w, run.Outputs);
        }
        if (parts.HasFlag(Parts.State)) StateValues.Write(w, run.State);
        if (!parts.HasFlag(Parts.Children)) return;
        for (var child = run.FirstChild; child is not null; child = child.NextSibling)
        {
            w.Byte(1);
            WriteRun(w, child);
        }
        w.Byte(0);
    }

    private static ActivityContext ReadRun(
        ref StateReader r, WorkflowGraph graph, WorkflowInstance instance, ActivityContext? parent, Dictionary<int, ActivityContext> runs, int depth)
    {
        if (depth > MaxDepth) throw StateReader.Broken();
        var node = Node(graph, r.Int32());
        if (node.Parent != parent?.Node) throw StateReader.Broken();
        var run = new ActivityContext(instance, node, r.Int32(), parent) { Status = (ActivityStatus)r.Byte() };
        var parts = (Parts)r.Byte();
        if (!Enum.IsDefined(run.Status) || !runs.TryAdd(run.ActivityInstanceId, run)) throw StateReader.Broken();
        if (parts.HasFlag(Parts.Tag)) run.Tag = r.Int32();
        if (parts.HasFlag(Parts.Counters))
        {
            run.Counters = new int[r.Count()];
            for (var i = 0; i < run.Counters.Length; i++) run.Counters[i] = r.Int32();
        }
        if (parts.HasFlag(Parts.Slots))
        {
            var slots = run.Slots ?? throw StateReader.Broken();
            for (var i = 0; i < slots.Length; i++)
            {
                var value = StateValues.Read(ref r);
                if (!run.Node.Variables[i].IsTransient) slots[i] = value;
            }
        }
        if (parts.HasFlag(Parts.Undeclared)) run.Undeclared = StateValues.ReadMap(ref r);
        if (parts.HasFlag(Parts.Arguments))
        {
            run.Inputs = StateValues.ReadMap(ref r);
            run.Outputs = StateValues.ReadMap(ref r);
        }
        if (parts.HasFlag(Parts.State)) run.State = StateValues.Read(ref r);
        if (parts.HasFlag(Parts.Children))
            while (r.Byte() == 1) run.Append(ReadRun(ref r, graph, instance, run, runs, depth + 1));
        return run;
    }

    private static ActivityNode Node(WorkflowGraph graph, int index) =>
        index >= 0 && index < graph.Nodes.Count ? graph.Nodes[index] : throw StateReader.Broken();
}
