using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Triggers;

/// <summary>What an activity has at hand when it says which triggers it is: its inputs, computed without an instance, with variables at their defaults.</summary>
public sealed class TriggerScope
{
    private readonly ActivityContext _context;

    internal TriggerScope(ActivityContext context) => _context = context;

    /// <summary>Value of an input.</summary>
    /// <exception cref="InvalidDefinitionException">It needs a running instance.</exception>
    public T Get<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            return input.Get(_context);
        }
        catch (Exception e)
        {
            throw Error($"作为触发器，它的输入要在发布时就能算出（只能用固定值和有初始值的变量）：{e.Message}");
        }
    }

    /// <summary>An error of this node, to be thrown.</summary>
    /// <param name="code">Stable code of the sort of fault.</param>
    public InvalidDefinitionException Error(string message, string code = DefinitionError.Invalid) => new(_context.Node.Path, _context.Node.Id, message, code);

    /// <summary>A trigger that a stimulus starts.</summary>
    /// <param name="name">Name of the stimulus, by default the activity's type name.</param>
    /// <param name="payload">Tells stimuli of one name apart.</param>
    public Trigger OnStimulus(string name, string? payload) => new(
        _context.Node.Path, _context.Node.Id, _context.Node.Type.Name, TriggerKind.Stimulus, Stimulus.Hash(name, payload), payload, null);

    /// <summary>A trigger that starts at moments.</summary>
    public Trigger OnSchedule(ITimetable timetable) => new(
        _context.Node.Path, _context.Node.Id, _context.Node.Type.Name, TriggerKind.Schedule, null, null, timetable);
}
