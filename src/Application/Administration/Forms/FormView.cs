using Bpm.Domain.Tasks;

namespace Bpm.Application.Administration.Forms;

/// <summary>A form of the organisation.</summary>
/// <param name="Id">Its code, which workflows name.</param>
/// <param name="Steps">Titles of the steps that use it.</param>
public sealed record FormView(string Id, IReadOnlyList<string> Steps, TaskForm Form, IReadOnlyDictionary<string, string> OutcomeTitles);

/// <summary>All forms.</summary>
/// <param name="Revision">Of the forms' document.</param>
public sealed record FormList(IReadOnlyList<FormView> Items, int TotalCount, long Revision);
