using System.Collections.Frozen;
using Microsoft.Data.Sqlite;

namespace Bpm.Benchmarks.Lists;

/// <summary>One table, with a prepared command that adds a row. Rows are arrays in the order of the table's columns.</summary>
internal sealed class SeedTable : IDisposable
{
    // Every moment of a case and its children: they move together when a case is copied to another day.
    private static readonly FrozenSet<string> _moments = FrozenSet.Create(
        "ReceivedAt", "RegisteredAt", "ClosedAt", "HandedOverAt", "StartedAt", "DueAt", "RegulationDueAt", "EndedAt", "BreachedAt", "NextAt", "OpenedAt",
        "EarliestOccurrence", "CompletedAt", "OccurredAt", "UnconfirmedOccurrence", "RemindedAt", "At", "RaisedAt", "DeliverAt", "ReadAt");

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly FrozenDictionary<string, int> _places;
    private readonly int[] _momentPlaces;

    public SeedTable(SqliteConnection connection, string name)
    {
        (_connection, Name) = (connection, name);
        using var info = connection.CreateCommand();
        info.CommandText = $"SELECT name FROM pragma_table_info('{name}') ORDER BY cid";
        using var reader = info.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add(reader.GetString(0));
        _places = columns.Select((column, place) => (column, place)).ToFrozenDictionary(pair => pair.column, pair => pair.place);
        _momentPlaces = [.. columns.Where(_moments.Contains).Select(column => _places[column])];
        _insert = connection.CreateCommand();
        _insert.CommandText = $"INSERT INTO \"{name}\" VALUES ({string.Join(", ", columns.Select((_, place) => "@p" + place))})";
        for (var place = 0; place < columns.Count; place++)
            _insert.Parameters.Add(new SqliteParameter("@p" + place, null));
    }

    public string Name { get; }

    /// <summary>Rows added.</summary>
    public int Count { get; private set; }

    /// <summary>How many columns it has.</summary>
    public int Width => _places.Count;

    /// <summary>Place of a column in a row.</summary>
    public int this[string column] => _places[column];

    /// <summary>The rows that have a value in a column.</summary>
    public List<object?[]> Where(string column, object value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{Name}\" WHERE \"{column}\" = @value";
        command.Parameters.AddWithValue("@value", value);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? null : reader.GetValue(place))]);
        return rows;
    }

    /// <summary>A copy of a row with all its moments moved.</summary>
    public object?[] Moved(object?[] row, long ticks)
    {
        var copy = (object?[])row.Clone();
        foreach (var place in _momentPlaces)
        {
            if (copy[place] is long moment)
                copy[place] = moment + ticks;
        }

        return copy;
    }

    /// <summary>Adds a row.</summary>
    public void Add(params object?[] row)
    {
        for (var place = 0; place < row.Length; place++)
            _insert.Parameters[place].Value = row[place] ?? DBNull.Value;
        _insert.ExecuteNonQuery();
        Count++;
    }

    public void Dispose() => _insert.Dispose();
}
