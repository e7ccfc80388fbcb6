using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Oracle.Replay;

namespace Bpm.Quarter.Oracle;

/// <summary>
/// Computes from the log of a case alone what its clocks, notices and end must be: written from the two regulations' table of clocks and
/// their processes, and from nothing else.
/// </summary>
public static class Recomputation
{
    /// <summary>How the case must stand at a moment.</summary>
    /// <param name="log">All that happened to it until then, in order.</param>
    public static CaseFinding Of(CaseLog log, DateTimeOffset until) => Process(log).Run(until);

    private static CaseReplay Process(CaseLog log) => log.Registration switch
    {
        { Organisation: "liaocheng-water", Category: "discipline" } => new DisciplineReplay(log),
        { Organisation: "liaocheng-water" } => new ProductQualityReplay(log),
        { Kind: "duty" } => new DutyReplay(log),
        { Kind: "fault" } => new FaultReplay(log),
        { Channel: "mayor-mailbox" or "authority" or "media" or "web-post" } => new LetterReplay(log),
        _ => new WaterReplay(log),
    };
}
