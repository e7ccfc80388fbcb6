using Bpm.Domain;

namespace Bpm.Application.Tasks;

/// <summary>A filter of the task lists that somebody keeps under a name.</summary>
public sealed class SavedFilter
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int LongestName = 30;

    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int LongestQuery = 500;

    /// <summary>Most filters of one person.</summary>
    public const int MostFilters = 20;

    private SavedFilter()
    {
    }

    public SavedFilter(string userName, string name, string query, DateTimeOffset now) =>
        (Id, UserName, Name, Query, SavedAt) = (OrderedId.New(now), userName, name, query, now);

    public Guid Id { get; private set; }

    public string UserName { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The query of the list's address, without the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>System time, UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps another query under the same name.</summary>
    public void Change(string query, DateTimeOffset now) => (Query, SavedAt) = (query, now);
}
