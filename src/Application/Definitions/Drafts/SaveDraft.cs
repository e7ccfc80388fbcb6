using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions.Drafts;

/// <summary>Saves what a process admin draws. Saying the same twice stores nothing the second time.</summary>
/// <param name="Json">Elsa 3 JSON, UTF-8; without a definition id it is a new definition.</param>
/// <param name="Revision">The revision that the editor began with; null where the client does not know revisions, and the last one wins.</param>
/// <param name="Note">Why, or null to keep what was said before.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record SaveDraft(byte[] Json, long? Revision, string? Note) : ICommand<DefinitionRecord>;

public sealed class SaveDraftHandler(DefinitionDrafts drafts, Caller caller) : IRequestHandler<SaveDraft, Result<DefinitionRecord>>
{
    public async Task<Result<DefinitionRecord>> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        try
        {
            return await drafts.SaveAsync(request.Json, caller.Member.Organisation, request.Revision, request.Note, cancellationToken);
        }
        catch (InvalidDefinitionException exception)
        {
            return new DefinitionInvalid(exception.Message);
        }
    }
}
