namespace Bpm.Domain.Organisation;

/// <summary>
/// Who is on duty when. A shift lasts until the next one starts, so that a roster cannot have a gap (A §一.2).
/// </summary>
public sealed class ShiftRoster
{
    private readonly TimeZoneInfo _zone;
    private readonly DateOnly _anchor;
    private readonly TimeOnly[] _starts;
    private readonly string[][] _rotation;

    /// <param name="zone">Zone that the starts are local times of.</param>
    /// <param name="anchor">Day on which the first shift belongs to the first crew of the rotation.</param>
    /// <param name="starts">Local times at which shifts start, ascending, at least one.</param>
    /// <param name="rotation">Crews (user names) that take shift after shift in turn, at least one, none empty.</param>
    /// <exception cref="ArgumentException">The roster would have a gap or overlap.</exception>
    public ShiftRoster(string code, string name, TimeZoneInfo zone, DateOnly anchor, IEnumerable<TimeOnly> starts, IEnumerable<IReadOnlyList<string>> rotation)
    {
        (Code, Name, _zone, _anchor) = (code, name, zone, anchor);
        _starts = [.. starts];
        _rotation = [.. rotation.Select(crew => crew.ToArray())];
        if (_starts.Length == 0 || _starts.Zip(_starts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException($"Roster '{code}' needs ascending shift starts.", nameof(starts));
        if (_rotation.Length == 0 || _rotation.Any(crew => crew.Length == 0))
            throw new ArgumentException($"Roster '{code}' has a shift without anybody on duty.", nameof(rotation));
    }

    public string Code { get; }

    /// <summary>Chinese name.</summary>
    public string Name { get; }

    /// <summary>Day on which the first shift belongs to the first crew.</summary>
    public DateOnly Anchor => _anchor;

    /// <summary>Local times at which shifts start, ascending.</summary>
    public IReadOnlyList<TimeOnly> Starts => _starts;

    /// <summary>Crews (user names) that take shift after shift in turn.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rotation => _rotation;

    /// <summary>Everybody who ever is on duty.</summary>
    public IEnumerable<string> People => _rotation.SelectMany(crew => crew).Distinct();

    /// <summary>The shift that a moment falls into.</summary>
    public Shift At(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        var index = Array.FindLastIndex(_starts, start => start <= TimeOnly.FromDateTime(local));
        if (index < 0)
        {
            // Before the first start of the day the last shift of yesterday still runs.
            day = day.AddDays(-1);
            index = _starts.Length - 1;
        }

        var last = index == _starts.Length - 1;
        return new(Moment(day, _starts[index]), last ? Moment(day.AddDays(1), _starts[0]) : Moment(day, _starts[index + 1]), Crew(day, index));
    }

    private string[] Crew(DateOnly day, int index)
    {
        var turn = ((long)day.DayNumber - _anchor.DayNumber) * _starts.Length + index;
        var crew = turn % _rotation.Length;
        return _rotation[crew < 0 ? crew + _rotation.Length : crew];
    }

    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, _zone.GetUtcOffset(local));
    }
}
