using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Categories;

/// <summary>Gives a channel another name.</summary>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record RenameChannel(string Code, string Name, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class RenameChannelValidator : AbstractValidator<RenameChannel>
{
    public RenameChannelValidator() =>
        RuleFor(request => request.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(50).WithMessage("名称不超过 50 字。");
}

public sealed class RenameChannelHandler(DocumentDesk desk) : IRequestHandler<RenameChannel, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(RenameChannel request, CancellationToken cancellationToken) => desk.ChangeAsync(
        new("organisation", request.Revision, "admin.channel-renamed", $"channel:{request.Code}") { Note = request.Note },
        edit =>
        {
            if (edit.Find("channels", "code", request.Code) is not { } channel)
                return new EntryNotFound("渠道", request.Code);
            channel.Put("name", request.Name);
            return null;
        },
        cancellationToken);
}
