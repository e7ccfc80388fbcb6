namespace Bpm.Persistence.Tasks;

/// <summary>One task list as SQL.</summary>
/// <param name="From">From <c>FROM</c> on, without an order.</param>
/// <param name="Columns">What a page selects: the id first, then what it is ordered by.</param>
/// <param name="Order">The order.</param>
/// <param name="Repeated">The column of the task's id where a task can be found more than once, else null.</param>
internal sealed record TaskList(string From, string Columns, string Order, string? Repeated = null)
{
    /// <summary>True where an index has the order: a page is read without the rest of the list, which is then counted by itself.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>True where a page's rows say how many tasks the list has.</summary>
    public bool IsCounted => Repeated is null && !IsOrdered;

    /// <summary>How many tasks it has.</summary>
    public string Count => $"SELECT count({(Repeated is null ? "*" : $"DISTINCT {Repeated}")}) {From}";

    /// <summary>The ids of one page, in order; where <see cref="IsCounted"/>, each with how many tasks the list has, so that one pass gives both.</summary>
    public string Page(string rows, string skip) =>
        $"SELECT {(IsCounted ? $"{Columns}, count(*) OVER ()" : Repeated is null ? Columns : $"DISTINCT {Columns}")} {From} ORDER BY {Order} LIMIT {rows} OFFSET {skip}";
}
