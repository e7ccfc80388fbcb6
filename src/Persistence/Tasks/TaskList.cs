namespace Bpm.Persistence.Tasks;

/// <summary>One task list as SQL.</summary>
/// <param name="From">From <c>FROM</c> on, without an order.</param>
/// <param name="Columns">What a page selects: the id first, then what it is ordered by.</param>
/// <param name="Order">The order.</param>
/// <param name="Repeated">The column of the task's id where a task can be found more than once, else null.</param>
internal sealed record TaskList(string From, string Columns, string Order, string? Repeated = null)
{
    /// <summary>How many tasks it has.</summary>
    public string Count => $"SELECT count({(Repeated is null ? "*" : $"DISTINCT {Repeated}")}) {From}";

    /// <summary>The ids of one page, in order; where no task is found twice, each with how many tasks the list has, so that one pass gives both.</summary>
    public string Page(string rows, string skip) =>
        $"SELECT {(Repeated is null ? $"{Columns}, count(*) OVER ()" : $"DISTINCT {Columns}")} {From} ORDER BY {Order} LIMIT {rows} OFFSET {skip}";
}
