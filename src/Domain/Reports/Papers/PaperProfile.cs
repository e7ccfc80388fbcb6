namespace Bpm.Domain.Reports.Papers;

/// <summary>
/// A paper form of one case. The regulations name their forms without their fields (AMB-28): what stands on them is data of the organisation
/// and can be changed without a program.
/// </summary>
/// <param name="Name">Chinese name, as the regulation has it.</param>
/// <param name="Sections">In the order of the paper.</param>
/// <param name="Signatures">Chinese; who signs at the foot.</param>
public sealed record PaperProfile(string Code, string Name, IReadOnlyList<PaperSection> Sections, IReadOnlyList<string> Signatures);
