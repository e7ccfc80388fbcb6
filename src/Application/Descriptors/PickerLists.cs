using Bpm.Application.Installation;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using Bpm.Workflows.Activities;

namespace Bpm.Application.Descriptors;

/// <summary>The lists of one organisation that editors of the designer offer; see <see cref="Pickers"/>.</summary>
/// <param name="home">What is in force.</param>
/// <param name="steps">Steps of its definitions, with their titles.</param>
public sealed class PickerLists(Installed home, IReadOnlyList<PickerOption> steps)
{
    private readonly Dictionary<string, IReadOnlyList<PickerOption>> _lists = new()
    {
        [Pickers.Rules] = [new("", "（不填）"), .. home.RuleSets[0].Rules.Select(rule => new PickerOption(rule.Id, $"{rule.Id} {rule.Name}（{rule.Article}）"))],
        [Pickers.Departments] = [new("", "（不填）"), .. Departments(home.Directory)],
        [Pickers.OneDepartment] = [.. Departments(home.Directory)],
        [Pickers.Candidates] = [.. People(home.Directory)],
        [Pickers.Recipients] =
        [
            new("holder", "当前办理人"), new("owner", "受理人"), new("head", "承办部门负责人"), new("leader", "承办部门分管负责人"),
            .. People(home.Directory),
            .. home.Directory.Rosters.OrderBy(roster => roster.Code, StringComparer.Ordinal).Select(roster => new PickerOption("duty:" + roster.Code, "值班：" + roster.Name)),
        ],
        [Pickers.Exclusions] =
        [
            .. steps.Select(step => new PickerOption("doer:" + step.Value, $"办过“{step.Text}”的人（{step.Value}）")),
            .. home.Directory.People.Select(Person),
        ],
        [Pickers.Forms] = [new("", "（只选结果）"), .. home.Forms.FormIds.Order(StringComparer.Ordinal).Select(id => new PickerOption(id, FormText(home.Forms, id)))],
        [Pickers.Texts] =
        [
            .. home.RuleSets[0].Texts.Where(text => !text.Id.StartsWith("notice.", StringComparison.Ordinal)).Select(text => new PickerOption(text.Id, $"{text.Id} {Short(text.Text)}")),
        ],
        [Pickers.Steps] = [new("", "（不填）"), .. steps.Select(step => new PickerOption(step.Value, $"{step.Text}（{step.Value}）"))],
        [Pickers.Reports] = [.. home.Directory.Profile.Reports.Values.Select(report => new PickerOption(report.Code, $"{report.Name}（{report.Code}）"))],
    };

    /// <summary>The options of a list; empty where there is no such list.</summary>
    /// <param name="form">For <see cref="Pickers.Fields"/>: the form; null or unknown gives the fields of all forms.</param>
    public IReadOnlyList<PickerOption> Of(string picker, string? form) =>
        picker == Pickers.Fields ? Fields(form) : _lists.GetValueOrDefault(picker) ?? [];

    private PickerOption[] Fields(string? form)
    {
        var forms = form is { Length: > 0 } && home.Forms.Form(form) is { } chosen ? [chosen] : home.Forms.FormIds.Select(id => home.Forms.Form(id)!);
        return
        [
            .. forms.SelectMany(known => known.Properties).Where(field => CodeFields.IsCode(field.Value)).DistinctBy(field => field.Key)
                .OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => new PickerOption(field.Key, $"{field.Value.Title}（{field.Key}）")),
        ];
    }

    private static IEnumerable<PickerOption> Departments(OrganisationDirectory directory) =>
        directory.Departments.Select(department => new PickerOption(department.Code, $"{department.Name}（{department.Code}）"));

    private static IEnumerable<PickerOption> People(OrganisationDirectory directory) =>
    [
        .. directory.Profile.Roles.Values.Select(role => new PickerOption(Keys.Role(role.Code), $"岗位：{role.Name}")),
        .. directory.Departments.Select(d => new PickerOption(Keys.Department(d.Code), $"部门：{d.Name}")),
        .. directory.Departments.Where(d => d.Head is not null).Select(d => new PickerOption(Keys.Head(d.Code), $"负责人：{d.Name}")),
        .. directory.Departments.Where(d => d.Leader is not null).Select(d => new PickerOption(Keys.Leader(d.Code), $"分管负责人：{d.Name}")),
        .. directory.People.Select(Person),
    ];

    private static PickerOption Person(StaffMember member) => new(Keys.User(member.UserName), $"人员：{member.DisplayName}（{member.UserName}）");

    private static string FormText(FormCatalogue forms, string id)
    {
        var titles = forms.Form(id)!.Properties.Values.Select(field => field.Title).Take(3).ToList();
        return titles.Count == 0 ? id : $"{id}（{string.Join('、', titles)}）";
    }

    private static string Short(string text) => text.Length <= 24 ? text : text[..24] + "…";
}
