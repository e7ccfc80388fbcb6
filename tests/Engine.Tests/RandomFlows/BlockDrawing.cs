using System.Text;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>Draws a block tree as an Elsa definition.</summary>
internal sealed class BlockDrawing
{
    private readonly bool _tokens;
    private readonly List<string> _variables = [];
    private int _marks;

    private BlockDrawing(FlowchartMode mode) => _tokens = mode == FlowchartMode.TokenBased;

    public static WorkflowDefinition Draw(Block.Chart root, FlowchartMode mode)
    {
        var drawing = new BlockDrawing(mode);
        var chart = drawing.Flowchart(root);
        var variables = string.Join(',', drawing._variables.Select(v => $$"""{"id":"{{v}}","name":"{{v}}","typeName":"Int32","value":"0"}"""));
        return WorkflowDefinition.Parse(Encoding.UTF8.GetBytes($$"""
            {"id":"random-v1","definitionId":"random","name":"random","version":1,"variables":[{{variables}}],
             "customProperties":{"Flowchart:ExecutionMode":"{{mode}}"},"root":{{chart}}}
            """));
    }

    /// <summary>A connection that is not drawn to its end yet.</summary>
    private readonly record struct Open(string Activity, string Port);

    private sealed class Sheet
    {
        public List<string> Activities { get; } = [];
        public List<string> Connections { get; } = [];

        public void Connect(IEnumerable<Open> from, string to)
        {
            foreach (var open in from)
                Connections.Add($$$"""{"source":{"activity":"{{{open.Activity}}}","port":"{{{open.Port}}}"},"target":{"activity":"{{{to}}}","port":"In"}}""");
        }
    }

    private string Flowchart(Block.Chart chart)
    {
        var sheet = new Sheet();
        var start = Draw(chart.Body, sheet).Entry;
        return $$"""
            {"id":"{{chart.Id}}","type":"Elsa.Flowchart","start":"{{start}}","activities":[{{string.Join(",\n", sheet.Activities)}}],
             "connections":[{{string.Join(",\n", sheet.Connections)}}]}
            """;
    }

    private (string Entry, Open[] Exits) Draw(Block block, Sheet sheet)
    {
        switch (block)
        {
            case Block.Step:
                return (Step(sheet, block.Id), Done(block.Id));
            case Block.Wait { Timer: true }:
                Add(sheet, block.Id, "Delay", $"\"timeSpan\":{Literal("01:00:00")}");
                return (block.Id, Done(block.Id));
            case Block.Wait:
                Add(sheet, block.Id, "Event", $"\"eventName\":{Literal(block.Id)}");
                return (block.Id, Done(block.Id));
            case Block.Row row:
                return DrawRow(row, sheet);
            case Block.Gate:
                var counted = Count(sheet, block.Id);
                Add(sheet, block.Id, "FlowDecision", $"\"condition\":{Script($"get{counted}() % 3 != 0")}");
                sheet.Connect(Done(counted), block.Id);
                return (counted, [new(block.Id, "True")]);
            case Block.Split split:
                return DrawSplit(split, sheet);
            case Block.Loop loop:
                return DrawLoop(loop, sheet);
            case Block.Repeat repeat:
                return DrawRepeat(repeat, sheet);
            case Block.Chart chart:
                sheet.Activities.Add(Flowchart(chart));
                return (chart.Id, Done(chart.Id));
            case Block.Exit:
                Add(sheet, block.Id, "Event", $"\"eventName\":{Literal(block.Id)}");
                Add(sheet, "end-" + block.Id, "End");
                sheet.Connect(Done(block.Id), "end-" + block.Id);
                return (block.Id, []);
            case Block.Cascade cascade:
                return DrawCascade(cascade, sheet);
            default:
                throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private (string Entry, Open[] Exits) DrawRow(Block.Row row, Sheet sheet)
    {
        var (entry, exits) = Draw(row.Parts[0], sheet);
        foreach (var part in row.Parts.Skip(1))
        {
            var (next, left) = Draw(part, sheet);
            sheet.Connect(exits, next);
            exits = left;
        }
        return (entry, exits);
    }

    private (string Entry, Open[] Exits) DrawSplit(Block.Split split, Sheet sheet)
    {
        var id = split.Id;
        var entry = id;
        var count = split.Branches.Count;
        Func<int, Open> port = i => new(id, "b" + i);
        switch (split.Choice)
        {
            case Choice.Fork:
                Add(sheet, id, "FlowFork", $"\"branches\":{Literal(string.Join(',', Enumerable.Range(0, count + split.Sides.Count).Select(i => $"\\\"b{i}\\\"")), "Object", list: true)}");
                break;
            case Choice.StepFork:
                Step(sheet, id);
                port = _ => new(id, "Done");
                break;
            case Choice.One when count == 2:
                entry = Count(sheet, id);
                Add(sheet, id, "FlowDecision", $"\"condition\":{Script($"get{entry}() % 2 == 0")}");
                port = i => new(id, i == 0 ? "True" : "False");
                break;
            default:
                entry = Count(sheet, id);
                var some = split.Choice == Choice.Some;
                var cases = Enumerable.Range(0, count).Select(i => $$$"""
                    {"label":"b{{{i}}}","condition":{"type":"JavaScript","value":"{{{(some ? $"(get{entry}() + {i}) % 3 != 0" : $"get{entry}() % {count} == {i}")}}}"}}
                    """);
                Add(sheet, id, "FlowSwitch", $"\"mode\":{Literal(some ? "MatchAny" : "MatchFirst")},\"cases\":[{string.Join(',', cases)}]");
                break;
        }
        if (entry != id) sheet.Connect(Done(entry), id);
        var exits = new List<Open>();
        for (var i = 0; i < count; i++)
        {
            var (first, left) = Draw(split.Branches[i], sheet);
            sheet.Connect([port(i)], first);
            // A join other than "all that were taken" must see one connection for each branch.
            exits.AddRange(split.Join is Join.Implicit or Join.Active && !_tokens ? left : Single(sheet, left));
        }
        for (var i = 0; i < split.Sides.Count; i++) sheet.Connect([port(count + i)], Draw(split.Sides[i], sheet).Entry);
        return (entry, Meet(split, exits, sheet));
    }

    private Open[] Meet(Block.Split split, List<Open> exits, Sheet sheet)
    {
        var join = "j-" + split.Id;
        switch (split.Join)
        {
            // Streams that meet are one activity's business: it waits for all that lies directly before it.
            case Join.Implicit:
                return _tokens ? Single(sheet, exits) : [.. exits];
            case Join.Converge or Join.Race:
                Add(sheet, join, "SetVariable", $"{Assign(Variable("z"), "0")},\"customProperties\":{{\"mergeMode\":\"{split.Join}\"}}");
                break;
            default:
                Add(sheet, join, "FlowJoin", $"\"mode\":{Literal(split.Join switch { Join.All => "WaitAll", Join.Any => "WaitAny", _ => "WaitAllActive" })}");
                break;
        }
        sheet.Connect(exits, join);
        return Done(join);
    }

    private (string Entry, Open[] Exits) DrawLoop(Block.Loop loop, Sheet sheet)
    {
        var (v, test, reset, next) = (Variable("n" + loop.Id), loop.Id, "r-" + loop.Id, "i-" + loop.Id);
        Add(sheet, reset, "SetVariable", Assign(v, "0"));
        Add(sheet, test, "FlowDecision", $"\"condition\":{Script($"get{v}() < {loop.Rounds}")}");
        var (first, exits) = Draw(loop.Body, sheet);
        Add(sheet, next, "SetVariable", Assign(v, $"get{v}() + 1"));
        sheet.Connect(exits, next);
        sheet.Connect(Done(reset), loop.TestFirst ? test : first);
        sheet.Connect([new(test, "True")], first);
        sheet.Connect(Done(next), test);
        return (reset, [new(test, "False")]);
    }

    private (string Entry, Open[] Exits) DrawRepeat(Block.Repeat repeat, Sheet sheet)
    {
        var (v, reset) = (Variable("n" + repeat.Id), "r-" + repeat.Id);
        Add(sheet, reset, "SetVariable", Assign(v, "0"));
        var inc = Activity("i-" + repeat.Id, "SetVariable", Assign(v, $"get{v}() + 1"));
        var body = $$"""{"id":"q-{{repeat.Id}}","type":"Elsa.Sequence","activities":[{{Flowchart(repeat.Body)}},{{inc}}]}""";
        Add(sheet, repeat.Id, "While", $"\"condition\":{Script($"get{v}() < {repeat.Rounds}")},\"body\":{body}");
        sheet.Connect(Done(reset), repeat.Id);
        return (reset, Done(repeat.Id));
    }

    private (string Entry, Open[] Exits) DrawCascade(Block.Cascade cascade, Sheet sheet)
    {
        var fork = "o-" + cascade.Id;
        Add(sheet, fork, "SetVariable", Assign(Variable("z"), "0"));
        Add(sheet, cascade.Id, "WriteLine", $"\"text\":{Literal(cascade.Id)},\"customProperties\":{{\"mergeMode\":\"Cascade\"}}");
        foreach (var branch in cascade.Branches)
        {
            var (first, exits) = Draw(branch, sheet);
            sheet.Connect(Done(fork), first);
            sheet.Connect(Single(sheet, exits), cascade.Id);
        }
        return (fork, []);
    }

    private Open[] Single(Sheet sheet, IReadOnlyList<Open> exits)
    {
        if (exits.Count < 2) return [.. exits];
        var mark = "m" + ++_marks;
        Add(sheet, mark, "SetVariable", Assign(Variable("z"), "0"));
        sheet.Connect(exits, mark);
        return Done(mark);
    }

    private string Count(Sheet sheet, string id)
    {
        var v = Variable("c" + id);
        Add(sheet, v, "SetVariable", Assign(v, $"get{v}() + 1"));
        return v;
    }

    private string Variable(string name)
    {
        name = char.ToUpperInvariant(name[0]) + name[1..];
        if (!_variables.Contains(name)) _variables.Add(name);
        return name;
    }

    private static Open[] Done(string activity) => [new(activity, "Done")];

    private static string Step(Sheet sheet, string id)
    {
        Add(sheet, id, "WriteLine", $"\"text\":{Literal(id)}");
        return id;
    }

    private static void Add(Sheet sheet, string id, string type, string inputs = "") => sheet.Activities.Add(Activity(id, type, inputs));

    private static string Activity(string id, string type, string inputs) =>
        $$"""{"id":"{{id}}","type":"Elsa.{{type}}"{{(inputs.Length > 0 ? "," : "")}}{{inputs}}}""";

    private static string Literal(string text, string type = "Literal", bool list = false) =>
        $$$"""{"expression":{"type":"{{{type}}}","value":"{{{(list ? $"[{text}]" : text)}}}"}}""";

    private static string Script(string text) => $$$"""{"expression":{"type":"JavaScript","value":"{{{text}}}"}}""";

    private static string Assign(string variable, string script) => $$"""
        "variable":{"id":"{{variable}}","name":"{{variable}}"},"value":{{Script(script)}}
        """;
}
