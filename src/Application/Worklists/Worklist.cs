using Bpm.Application.Tasks;
using Bpm.Domain.Organisation;

namespace Bpm.Application.Worklists;

/// <summary>A list of like tasks with what of it the caller can do.</summary>
/// <param name="Tasks">Those that the caller holds or may claim, step by step, of each step the soonest due first; the soonest <see cref="GetWorklist.MostTasks"/> of all.</param>
/// <param name="TotalCount">How many there are in all.</param>
public sealed record Worklist(WorklistProfile Profile, IReadOnlyList<TaskListRow> Tasks, int TotalCount);
