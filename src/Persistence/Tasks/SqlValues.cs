using System.Globalization;

namespace Bpm.Persistence.Tasks;

/// <summary>The values of a command that is put together, each with the name that stands for it in the text.</summary>
internal sealed class SqlValues
{
    private readonly List<object?> _values = [];

    /// <summary>Adds a value.</summary>
    /// <returns>Its parameter.</returns>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@p{_values.Count - 1}");
    }

    /// <summary>Adds values.</summary>
    /// <returns>Their parameters, to stand between the brackets of IN.</returns>
    public string Add(IEnumerable<string> values) => string.Join(", ", values.Select(value => Add(value)));

    /// <summary>All values, in order.</summary>
    public object?[] ToArray() => [.. _values];
}
