namespace Bpm.Application.Statistics;

/// <summary>How long a step takes, from the opening of its task to the completion.</summary>
/// <param name="Title">Chinese title of the step's task.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Tasks">How many completed tasks.</param>
/// <param name="Median">Half of the tasks took no longer.</param>
/// <param name="NinetiethPercentile">Nine of ten tasks took no longer.</param>
public sealed record StepDuration(string Step, string Title, int Cases, int Tasks, TimeSpan Median, TimeSpan NinetiethPercentile);
