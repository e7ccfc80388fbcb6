namespace Bpm.Persistence.Tasks;

/// <summary>One task list as SQL.</summary>
/// <param name="Count">How many tasks it has.</param>
/// <param name="Page">The ids of one page, in order; two values more than <paramref name="Count"/>: rows, rows to skip.</param>
/// <param name="Values">Values of both.</param>
internal sealed record TaskList(string Count, string Page, object?[] Values);
