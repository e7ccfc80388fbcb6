using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>A case at the end of the quarter.</summary>
/// <param name="Seed">Seed of its quarter.</param>
/// <param name="Log">What people did to it.</param>
/// <param name="Actual">What the product made of it.</param>
/// <param name="Faults">What is wrong with it whatever the regulation says: told twice, stuck, an incident.</param>
internal sealed record PlayedCase(int Seed, CaseLog Log, CaseFinding Actual, IReadOnlyList<string> Faults);
