using Bpm.Workflows.Drawings.Pictures;

namespace Bpm.Application.Complaints;

/// <summary>The process of a case as it is drawn.</summary>
/// <param name="Name">Name of the process.</param>
/// <param name="Drawing">Its outermost flowchart; without boxes where its version cannot be read.</param>
/// <param name="Current">Ids of the steps that run or wait now.</param>
/// <param name="Done">Ids of the steps that were done and do not run now.</param>
public sealed record CasePicture(string Name, Picture Drawing, IReadOnlySet<string> Current, IReadOnlySet<string> Done);
