using System.Text;
using Bpm.Domain.Calendars;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Packs;

/// <summary>
/// Reads packs from folders: <c>root/calendars/cn.json</c> and one folder for each organisation. A broken file is reported by name
/// and the rest is read; nothing is thrown for what stands in a file.
/// </summary>
public static class PackReader
{
    private const string CalendarFolder = "calendars";
    private const string CalendarName = CalendarFolder + "/cn.json";

    /// <summary>All packs below a folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<PackReading> ReadAll(string root) =>
        [.. Directory.GetDirectories(root).Select(folder => Path.GetFileName(folder)!).Where(name => name != CalendarFolder && !name.StartsWith('.'))
            .Order(StringComparer.Ordinal).Select(name => Read(root, name))];

    /// <summary>One pack.</summary>
    /// <param name="root">Folder of all packs.</param>
    /// <param name="organisation">Name of the pack's folder below it.</param>
    public static PackReading Read(string root, string organisation)
    {
        var reading = new Reading(root);
        var directory = reading.Part($"{organisation}/organisation.json", PackFileKind.Organisation, json => OrganisationFile.Parse(json));
        var rules = reading.Part($"{organisation}/rules.json", PackFileKind.Rules, json => RuleSet.Parse(Text(json)));
        var forms = reading.Part($"{organisation}/forms.json", PackFileKind.Forms, json => FormCatalogue.Parse(json));
        var calendar = reading.Part(CalendarName, PackFileKind.Calendar, json => WorkingCalendar.Parse(Text(json)));
        var definitions = new List<WorkflowDefinition>();
        foreach (var path in Directory.GetFiles(Path.Combine(root, organisation), "*.json").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) is not ("organisation.json" or "rules.json" or "forms.json")
                && reading.Part($"{organisation}/{Path.GetFileName(path)}", PackFileKind.Definition, WorkflowDefinition.Parse) is { } definition)
            {
                definitions.Add(definition);
            }
        }

        var pack = directory is null || rules is null || forms is null || calendar is null ? null : new Pack(directory, rules, forms, calendar, definitions);
        if (pack is not null && pack.Code != organisation)
            reading.Problems.Add(new($"{organisation}/organisation.json", $"组织代码“{pack.Code}”与文件夹名“{organisation}”不一致。"));
        if (pack is not null && pack.Rules.Organisation != organisation)
            reading.Problems.Add(new($"{organisation}/rules.json", $"规则文件属于“{pack.Rules.Organisation}”，与文件夹名“{organisation}”不一致。"));
        if (pack is not null)
        {
            reading.Problems.AddRange(PackCheck.RuleProblems(pack.Rules, pack.Directory).Select(message => new PackProblem($"{organisation}/rules.json", message)));
            reading.Problems.AddRange(PackCheck.DutyProblems(pack.Rules, pack.Directory).Select(message => new PackProblem($"{organisation}/organisation.json", message)));
        }

        return new(organisation, pack, reading.Files, reading.Problems);
    }

    private static string Text(ReadOnlyMemory<byte> json) => new UTF8Encoding(false, true).GetString(json.Span);

    private sealed class Reading(string root)
    {
        public List<PackFile> Files { get; } = [];

        public List<PackProblem> Problems { get; } = [];

        public T? Part<T>(string name, PackFileKind kind, Func<ReadOnlyMemory<byte>, T> parse) where T : class
        {
            try
            {
                ReadOnlyMemory<byte> json = File.ReadAllBytes(Path.Combine(root, name));
                var part = parse(json);
                Files.Add(new(name, kind, json));
                return part;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new(name, "文件不存在或无法读取。"));
            }
            catch (Exception e) when (e is InvalidOrganisationException or InvalidRulesException or InvalidFormsException
                or InvalidCalendarException or InvalidDefinitionException or DecoderFallbackException)
            {
                Problems.Add(new(name, e is DecoderFallbackException ? "文件不是 UTF-8 编码。" : e.Message));
            }

            return null;
        }
    }
}
