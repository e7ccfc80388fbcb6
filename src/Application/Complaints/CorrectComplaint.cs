using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// 更正 of a case that was registered wrongly. Another category of another process: the running instance is cancelled with its tasks, its
/// clocks are superseded but for what the customer is owed anyway, and the right process starts on the same case. Attributes only: the
/// clocks are decided anew from their original starts.
/// </summary>
[MayRun(Permission.Register)]
public sealed record CorrectComplaint : ICommand<CaseView>
{
    public required string Number { get; init; }

    /// <summary>Category code; null leaves it.</summary>
    public string? Category { get; init; }

    /// <summary>Kind; null leaves it.</summary>
    public string? Kind { get; init; }

    /// <summary>Attributes that change; null or blank forgets a value.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>Required.</summary>
    public string? Reason { get; init; }
}

public sealed class CorrectComplaintHandler(CaseDesk desk, CaseProcess process, IDefinitionStore definitions, Caller caller, BusinessClock clock)
    : IRequestHandler<CorrectComplaint, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(CorrectComplaint request, CancellationToken cancellationToken)
    {
        var complaint = await desk.FindAsync(request.Number, cancellationToken);
        if (complaint is null)
            return new CaseNotFound();
        var corrected = await process.CorrectAsync(
            complaint, new(request.Category, request.Kind, AttributeValues.Of(request.Attributes)), cancellationToken);
        if (corrected.IsRefused)
            return corrected.Refusal;
        var note = complaint.Note(NoteKinds.Correction, corrected.Value.Change, request.Reason, caller.Name, clock.GetUtcNow());
        if (note.IsRefused)
            return note.Refusal;
        if (corrected.Value.NewDefinitionId is { } definitionId)
        {
            if (await definitions.PublishedVersionIdAsync(definitionId, cancellationToken) is not { } versionId)
                return new ProcessNotPublished(caller.Home.Profile.Categories[complaint.Category].Name);
            await process.RestartAsync(complaint, definitionId, versionId, cancellationToken);
        }

        return await desk.ShowAsync(complaint, cancellationToken);
    }
}
