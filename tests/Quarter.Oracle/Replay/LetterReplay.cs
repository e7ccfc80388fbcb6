using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Oracle.Rules;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>A, letters and web posts: registration with the scan, information of each department, the formal reply.</summary>
internal sealed class LetterReplay(CaseLog log) : CompanyReplay(log)
{
    private readonly List<string> _ownRules = [];
    private string? _ownDepartment;
    private bool _replyOpened;

    protected override void Begin() => Register();

    private void Register() => Open("letter-registration", null, deed =>
    {
        var category = deed.Code("category") ?? Case.Category;
        _ownDepartment = OwnDepartment(category);
        IReadOnlyList<string> departments = deed.Codes("departments") is { Count: > 0 } chosen ? chosen : _ownDepartment is null ? [] : [_ownDepartment];
        if (departments.Count == 0)
        {
            // Nobody was named, and the category has no department: asked again.
            Register();
            return;
        }

        _ownRules.AddRange(RuleTable.OfDepartment(category, Attributes));
        Push(_ownDepartment is not null && departments.Contains(_ownDepartment) ? _ownDepartment : departments[0]);
        foreach (var rule in _ownRules)
            Start(rule, _ownDepartment);
        for (var i = 1; i < departments.Count; i++)
            Call();
        foreach (var department in departments)
        {
            Start("A-2.2a", department);
            Information(department);
        }
    });

    // The reply waits for nobody past the due time of the information.
    protected override void FellDue(DutyClock clock)
    {
        if (clock.Rule.Id == "A-2.2a")
            FormalReply(clock.DueAt);
    }

    private static string? OwnDepartment(string category) => category switch
    {
        "meter-data" => "meter",
        "supply" or "pipe-repair" => "network",
        "water-quality" => "quality",
        "installation" => "engineering",
        "violation" => "inspection",
        _ => null,
    };

    private void Information(string department) => Open(
        "department-information",
        "A-2.2a",
        (task, deed) =>
        {
            if (deed.Outcome == "Returned")
            {
                var own = AllRunning([.. _ownRules]).Where(clock => clock.Department == department).Select(clock => clock.Rule.Id).ToArray();
                SentBack([.. own, "A-2.2a"], department, Information);
                return;
            }

            foreach (var clock in AllRunning([.. _ownRules]).Where(clock => clock.Department == department).ToArray())
                Stop(clock.Rule.Id, department: department);
            Stop("A-2.2a", department: department);
            if (deed.Outcome == "AnsweredBySms")
                BySms(department);
            if (!IsRunning("A-2.2a"))
                FormalReply(Now);
        },
        department);

    private void FormalReply(DateTimeOffset from)
    {
        if (_replyOpened)
            return;
        _replyOpened = true;
        Start("A-2.2b", "office", from);
        Open("formal-reply", "A-2.2b", _ =>
        {
            Stop("A-2.2b");
            Close("replied");
        });
    }
}
