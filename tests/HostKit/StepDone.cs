namespace Bpm.HostKit;

/// <summary>A completed step.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Outcome">Outcome chosen.</param>
/// <param name="User">Who completed it.</param>
public sealed record StepDone(string Step, string Outcome, string User);
