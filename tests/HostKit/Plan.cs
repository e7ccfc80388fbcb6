namespace Bpm.HostKit;

/// <summary>
/// What to choose at each step: the n-th outcome of a step at its n-th occurrence, its last one after that. A step that the plan
/// does not name takes its first outcome. Immutable.
/// </summary>
public sealed class Plan
{
    /// <summary>The first outcome everywhere.</summary>
    public static readonly Plan First = new(new Dictionary<string, string[]>(), new Dictionary<string, string>(), new HashSet<string>());

    private readonly IReadOnlyDictionary<string, string[]> _outcomes;
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly IReadOnlySet<string> _left;

    private Plan(IReadOnlyDictionary<string, string[]> outcomes, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> left) =>
        (_outcomes, _values, _left) = (outcomes, values, left);

    /// <summary>Form values by field name, for fields where any other sensible value will not do.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>With these outcomes at a step.</summary>
    public Plan With(string step, params string[] outcomes) =>
        new(new Dictionary<string, string[]>(_outcomes) { [step] = outcomes }, _values, _left);

    /// <summary>With this value wherever a form has the field.</summary>
    public Plan Filling(string field, string value) =>
        new(_outcomes, new Dictionary<string, string>(_values) { [field] = value }, _left);

    /// <summary>Without doing these steps at all.</summary>
    public Plan Leaving(params string[] steps) => new(_outcomes, _values, new HashSet<string>(_left.Concat(steps)));

    /// <summary>The outcome for a turn; null to leave the task alone.</summary>
    public string? Choose(Turn turn) =>
        _left.Contains(turn.Step) ? null
        : _outcomes.TryGetValue(turn.Step, out var outcomes) ? outcomes[Math.Min(turn.Occurrence, outcomes.Length) - 1]
        : turn.Outcomes[0];
}
