using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Tasks;

/// <summary>One row of a task list: the task and what the list shows of its case.</summary>
/// <param name="Task">The task.</param>
/// <param name="Number">The case's number.</param>
/// <param name="Category">The case's category code.</param>
/// <param name="Level">The case's confidentiality.</param>
public sealed record TaskRow(HumanTask Task, string Number, string Category, Confidentiality Level);
