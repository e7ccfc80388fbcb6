using Bpm.Domain.Regulations;

namespace Bpm.Domain.Organisation;

/// <summary>Work of the house itself (例行工作): it comes back by the calendar (A §六) or when it is asked for; each occurrence is a case of its own.</summary>
/// <param name="Code">Stands in the place of a category in its cases.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="DefinitionId">The workflow definition that its cases run.</param>
/// <param name="Rules">Articles whose clocks its cases may start; the first one's <see cref="Recurrence"/> says on which days it comes. None where it comes when asked for.</param>
/// <param name="At">Local time of day at which the case is opened; its clocks start at the time of the recurrence, which may be earlier.</param>
/// <param name="For">One case a day for each entry, which becomes its attributes; one case without any where the list is empty.</param>
public sealed record DutyProfile(
    string Code, string Name, string DefinitionId, IReadOnlyList<string> Rules, TimeOnly At, IReadOnlyList<IReadOnlyDictionary<string, string>> For)
{
    private static readonly IReadOnlyDictionary<string, string>[] _once = [new Dictionary<string, string>()];

    /// <summary>Does the calendar bring it?</summary>
    public bool IsByCalendar => Rules.Count > 0;

    /// <summary>The attributes of each case of one day.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Cases => For.Count == 0 ? _once : For;
}
