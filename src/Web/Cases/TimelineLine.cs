using Bpm.Application.Audit;
using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Web.Language;

namespace Bpm.Web.Cases;

/// <summary>One line of a case's history in words: the audit trail has ids and codes only.</summary>
/// <param name="Who">Name of a person, or of the product itself.</param>
/// <param name="What">What was done.</param>
/// <param name="Detail">To which thing, with what result.</param>
public sealed record TimelineLine(DateTimeOffset At, string Who, string What, string Detail)
{
    // Of things done in one press, as many are named.
    private const int Told = 3;

    /// <summary>The history of a case, the latest first.</summary>
    public static IReadOnlyList<TimelineLine> Of(CaseView complaint, OrganisationDirectory home, Words words)
    {
        var tasks = complaint.Tasks.ToDictionary(task => $"task:{task.Id:N}");
        var clocks = complaint.Clocks.ToDictionary(clock => $"clock:{clock.Id:N}");
        var links = (complaint.Links ?? []).ToDictionary(link => $"link:{link.Id:N}");
        var lines = (complaint.Timeline ?? []).Select(entry => new TimelineLine(entry.At, Who(entry.Actor), AuditTitles.Of(entry.Action), Detail(entry)));
        var notes = (complaint.Notes ?? []).Select(note => new TimelineLine(note.At, Who(note.By), words["{0}的理由", note.Title], note.Text));
        return [.. Folded(lines.Concat(notes).Reverse().OrderByDescending(line => line.At), words)];

        string Who(string actor) => home.Staff(actor)?.DisplayName ?? words["系统"];

        static string Said(string result, Words words) => result switch { "Satisfied" => words["满意"], "NotSatisfied" => words["不满意"], _ => words["无法联系"] };

        string Detail(CaseView.TimelineEntry entry)
        {
            var codes = entry.Detail.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (tasks.TryGetValue(entry.Subject, out var task))
            {
                var outcome = codes.Length > 1 ? task.Outcomes.FirstOrDefault(outcome => outcome.Name == codes[1])?.Title : null;
                return outcome is null ? task.Title : words["{0}：{1}", task.Title, outcome];
            }

            if (clocks.TryGetValue(entry.Subject, out var clock))
                return clock.Name;
            if (links.TryGetValue(entry.Subject, out var link))
                return words["{0}：{1}", link.Number, link.Title];
            return entry.Action switch
            {
                "case.registered" when codes.Length > 1 => string.Join('，', new[] { home.Profile.Categories.GetValueOrDefault(codes[0])?.Name, home.Profile.Channels.GetValueOrDefault(codes[1])?.Name }.OfType<string>()),
                "case.handed-over" => home.Department(entry.Detail)?.Name ?? "",
                "case.attributes" => string.Join('、', codes.Select(code => home.Profile.Categories.GetValueOrDefault(complaint.Category ?? "")?.Attributes.GetValueOrDefault(code)?.Title).OfType<string>()),
                "case.called-back" => string.Join('、', codes.Select(code => code.Split('=')).Select(parts => Said(parts[0], words) + (parts.Length > 1 ? words[" {0} 位", parts[1]] : ""))),
                "case.merged" or "case.absorbed" => entry.Detail,
                "case.callers-unsatisfied" => codes.Length > Told ? words["{0} 等 {1} 项", string.Join('、', codes.Take(Told)), codes.Length] : string.Join('、', codes),
                "case.finding" => entry.Detail == "founded" ? words["成立"] : words["不成立"],
                _ => "",
            };
        }
    }

    // One press merges two hundred cases: what one person merged within a minute is one line. The list of merged cases names all.
    private static IEnumerable<TimelineLine> Folded(IEnumerable<TimelineLine> lines, Words words)
    {
        string[] folded = [AuditTitles.Of("case.absorbed"), words["{0}的理由", NoteKinds.Title(NoteKinds.Merge)]];
        var groups = lines.ToLookup(line => folded.Contains(line.What) ? line.What : "");
        return groups[""].Concat(folded.SelectMany(what => Runs(groups[what], words))).OrderByDescending(line => line.At);
    }

    private static IEnumerable<TimelineLine> Runs(IEnumerable<TimelineLine> lines, Words words)
    {
        var run = new List<TimelineLine>();
        foreach (var line in lines)
        {
            if (run.Count > 0 && (run[0].Who != line.Who || run[^1].At - line.At >= TimeSpan.FromMinutes(1)))
            {
                yield return One();
                run.Clear();
            }

            run.Add(line);
        }

        if (run.Count > 0)
            yield return One();

        TimelineLine One()
        {
            var details = run.Select(line => line.Detail).Distinct().ToList();
            var some = string.Join('、', details.Take(Told));
            return run[0] with { Detail = details.Count > Told ? words["{0} 等 {1} 项", some, details.Count] : some };
        }
    }
}
