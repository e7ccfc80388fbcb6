using Bpm.Domain.Regulations;

namespace Bpm.Mutation.Tests;

/// <summary>A rule set in which one thing of one rule is different.</summary>
/// <param name="What">For people.</param>
/// <param name="Rules">Null where the spoilt file is refused at reading.</param>
internal sealed record RuleMutant(string What, RuleSet? Rules);
