using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>A, a fault of an outside system: two hours, whoever of the two teams has it.</summary>
internal sealed class FaultReplay(CaseLog log) : CaseReplay(log)
{
    protected override void Begin()
    {
        var team = Case.Attributes["system"] == "gis" ? "tech" : "it";
        var rule = team == "tech" ? "A-7.2" : "A-7.1";
        Start(rule, team);
        Solve(rule, team);
    }

    private void Solve(string rule, string team) => Open("solve-fault", rule, deed =>
    {
        if (deed.Outcome == "Solved")
        {
            Stop(rule);
            Close("solved");
            return;
        }

        var other = team == "it" ? "tech" : "it";
        Pass(rule, team, other);
        Solve(rule, other);
    });
}
