using Bpm.Engine.Activities;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;
using Bpm.Engine.Migration;
using Bpm.Engine.Storage;
using Bpm.TestKit;

namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>Runs the flowchart of one seed beside its interpreter: after each burst both must have run the same steps and wait for the same.</summary>
internal sealed class RandomFlowRun
{
    private const int MostBursts = 400;
    private static readonly GraphCompiler Compiler = new(ActivityRegistry.WithBuiltIns());
    private static readonly DefinitionFolder NoChildren = new();
    private readonly int _seed;
    private readonly RunMode _mode;
    private readonly System.Random _random;
    private readonly WorkflowRunner _runner = new(new TestClock(new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero)));
    private readonly BlockInterpreter _meant;
    private readonly WorkflowDefinition _definition;
    private readonly List<JournalEntry> _journal = [];
    private readonly WorkflowGraph? _other;
    private readonly WorkflowGraph _first;
    private WorkflowGraph _graph;
    private readonly List<string> _printed = [];
    private readonly List<string> _resumed = [];
    private readonly Dictionary<int, string> _runs = [];

    /// <param name="other">Another version of the drawing that means the same: the instance moves to and fro after each burst. Null: it stays.</param>
    public RandomFlowRun(int seed, Func<WorkflowDefinition, int, WorkflowDefinition>? other = null)
    {
        _seed = seed;
        Rules = seed % 2 == 0 ? FlowchartMode.CounterBased : FlowchartMode.TokenBased;
        _mode = (RunMode)(seed / 2 % 3);
        _random = new(seed);
        var blocks = new BlockGenerator(seed, Rules).Make();
        _definition = BlockDrawing.Draw(blocks, Rules);
        _graph = _first = Compiler.Compile(_definition, NoChildren);
        _other = other is null ? null : Compiler.Compile(other(_definition, seed).With("other", 2, isLatest: true, isPublished: true), NoChildren);
        _meant = new(blocks);
    }

    public FlowchartMode Rules { get; }

    /// <summary>Activities in it.</summary>
    public int Size => _graph.Nodes.Count;

    /// <summary>Bursts that it took.</summary>
    public int Bursts { get; private set; }

    /// <summary>Why the engine differs from the interpreter, or null.</summary>
    public string? Run()
    {
        if (_graph.Warnings.Count > 0) return Report("warning: " + _graph.Warnings[0].Message);
        var instance = Keep(() => _runner.Start(_graph, new StartOptions(), null));
        while (true)
        {
            Bursts++;
            if (_other is not null && !instance.IsEnded)
            {
                var moved = Move(instance);
                if (moved.IsRefused) return Report("refused: " + string.Join(' ', moved.Problems.Select(p => $"{p.Kind} {p.Text}")));
                instance = Keep(() => moved.Burst!);
            }
            if (Difference(instance) is { } difference) return Report(difference);
            if (_meant.IsOver || Bursts == MostBursts) return null;
            var waits = _meant.Waits;
            var next = waits[_random.Next(waits.Count)];
            _meant.Resume(next);
            _resumed.Add(next);
            var bookmark = instance.Bookmarks.First(b => _runs[b.ActivityInstanceId] == next).Id;
            var before = instance;
            instance = Keep(() => _runner.Resume(_graph, Loaded(before), bookmark, null, null));
            if (_runner.Resume(_graph, Loaded(instance), bookmark, null, null).Changed) return Report($"{bookmark} could be resumed twice");
        }
    }

    private MigrationResult Move(WorkflowInstance instance)
    {
        var target = _graph == _other ? _first : _other!;
        var moved = InstanceMigration.Move(NodeMap.Of(_graph, target), Loaded(instance), _journal, "tester", default);
        _graph = target;
        return moved;
    }

    private WorkflowInstance Loaded(WorkflowInstance instance) =>
        _mode == RunMode.Straight ? instance : InstanceSerializer.Read(InstanceSerializer.Write(instance));

    private WorkflowInstance Keep(Func<Burst> run)
    {
        if (_mode == RunMode.Killed) run();
        var burst = run();
        _printed.AddRange(burst.Lines.Where(line => !line.StartsWith(MoreSteps.Mark, StringComparison.Ordinal)));
        _journal.AddRange(burst.Journal);
        foreach (var entry in burst.Journal)
            if (entry.EventName == JournalEvents.Started) _runs[entry.ActivityInstanceId] = entry.NodePath[(entry.NodePath.LastIndexOf(':') + 1)..];
        var instance = Loaded(burst.Instance);
        WorkflowRunner.Bind(_graph, instance);
        return instance;
    }

    private string? Difference(WorkflowInstance instance)
    {
        if (instance.Incidents.Count > 0) return "incident: " + instance.Incidents[0].Message;
        var (ran, meant) = (Sorted(_printed), Sorted(_meant.Printed));
        if (ran != meant) return $"steps\n  engine      {ran}\n  interpreter {meant}";
        var (waits, meantWaits) = (Sorted(instance.Bookmarks.Select(b => _runs[b.ActivityInstanceId])), Sorted(_meant.Waits));
        if (waits != meantWaits) return $"waits\n  engine      {waits}\n  interpreter {meantWaits}";
        var isOver = instance.SubStatus == WorkflowSubStatus.Finished;
        return isOver == _meant.IsOver ? null : $"engine is {instance.SubStatus}, interpreter {(_meant.IsOver ? "is over" : "goes on")}";
    }

    private string Report(string what) => $"""
        seed {_seed} ({Rules}, {_mode}), after {string.Join(' ', _resumed)}: {what}
        again: BPM_FLOW_SEED={_seed}, test RandomFlowTests.Seed_Alone
        {System.Text.Encoding.UTF8.GetString(_definition.ToJson())}
        """;

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
