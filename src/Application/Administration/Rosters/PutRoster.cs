using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Application.Shifts;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Rosters;

/// <summary>
/// Adds a roster, or changes one from now on. A shift lasts until the next one starts, so that a roster has no gap; a shift without anybody is refused.
/// </summary>
/// <param name="Code">What rules and workflows name it by.</param>
/// <param name="Anchor">Day on which the first shift belongs to the first crew.</param>
/// <param name="Starts">Local times at which shifts start, ascending.</param>
/// <param name="Rotation">Crews (user names) that take shift after shift in turn.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record PutRoster(
    string Code, string Name, DateOnly Anchor, IReadOnlyList<TimeOnly> Starts, IReadOnlyList<IReadOnlyList<string>> Rotation, long? Revision, string? Note)
    : ICommand<SavedDocument>
{
    /// <summary>Add it; false changes the one with the code.</summary>
    public bool IsNew { get; init; }
}

public sealed class PutRosterValidator : AbstractValidator<PutRoster>
{
    public PutRosterValidator()
    {
        RuleFor(request => request.Code).Matches("^[a-z][a-z0-9-]{0,49}$").WithMessage("代码用小写字母开头，可含小写字母、数字、横线，不超过 50 个字符。");
        RuleFor(request => request.Anchor.Year).GreaterThanOrEqualTo(2000).OverridePropertyName("anchor").WithMessage("请填写从哪天起轮换。");
        RuleFor(request => request.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(50).WithMessage("名称不超过 50 字。");
        RuleFor(request => request.Starts).Must(starts => starts.Count is >= 1 and <= 12).WithMessage("请填写每天各班的开始时间，例如 00:00 08:00 16:00，每天 1 至 12 班。")
            .Must(starts => starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second)).WithMessage("班次的开始时间须由早到晚，不能重复。");
        RuleFor(request => request.Rotation).Must(rotation => rotation.Count is >= 1 and <= 100).WithMessage("请至少排一个班组。")
            .Must(rotation => rotation.All(crew => crew.Count > 0)).WithMessage("有班组没有人，这一班会无人值守；请选择人员或去掉这个班组。")
            .Must(rotation => rotation.All(crew => crew.Distinct().Count() == crew.Count)).WithMessage("同一班组里有重复的人员。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class PutRosterHandler(DocumentDesk desk, ShiftSchedule shifts) : IRequestHandler<PutRoster, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(PutRoster request, CancellationToken cancellationToken)
    {
        var change = new DocumentChange("organisation", request.Revision, request.IsNew ? "admin.roster-added" : "admin.roster-changed", $"roster:{request.Code}")
        {
            Detail = string.Join('/', request.Rotation.Select(crew => string.Join(',', crew))), Note = request.Note,
        };
        return desk.ChangeAsync(
            change,
            edit =>
            {
                var roster = edit.Find("rosters", "code", request.Code);
                if (request.IsNew && roster is not null)
                    return new EntryTaken("班次表代码", request.Code);
                if (!request.IsNew && roster is null)
                    return new EntryNotFound("班次表", request.Code);
                if (roster is null)
                    edit.List("rosters").Add(roster = new JsonObject { ["code"] = request.Code });
                roster.Put("name", request.Name);
                roster["anchor"] = request.Anchor.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                roster.Put("starts", request.Starts.Select(start => start.ToString("HH:mm", CultureInfo.InvariantCulture)));
                roster["rotation"] = new JsonArray([.. request.Rotation.Select(crew => (JsonNode?)DocumentJson.List(crew))]);
                return null;
            },
            // The next change of shift may come earlier than it did.
            (_, next) => shifts.ContinueAsync(next, request.Code, cancellationToken),
            cancellationToken);
    }
}
