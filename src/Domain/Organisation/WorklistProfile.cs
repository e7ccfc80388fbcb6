namespace Bpm.Domain.Organisation;

/// <summary>A list of like tasks that some people work through: call-backs, daily checks, instructions.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Steps">Codes of the steps whose tasks it holds.</param>
/// <param name="For">Keys of those whose menu shows it. Which tasks they see in it is decided as everywhere.</param>
/// <param name="Replies">Channel whose replies of the day stand beside it, because they are what is checked (A §六.1); null for none.</param>
public sealed record WorklistProfile(string Code, string Name, IReadOnlyList<string> Steps, IReadOnlyList<string> For, string? Replies);
