using Bpm.Application.Access;
using Bpm.Studio.Answers;

namespace Bpm.Studio.Definitions;

/// <summary>What the caller may do with definitions. Without the entry <c>publish</c> the editor shows a definition read-only; the use cases refuse it all the same.</summary>
public sealed class DefinitionLinks(Caller caller)
{
    private const string Root = "/workflow-definitions";

    /// <summary>For one definition.</summary>
    public IReadOnlyList<ElsaLink> Of(string definitionId)
    {
        var self = new ElsaLink($"{Root}/by-definition-id/{definitionId}", "self", "GET");
        return MayWrite
            ? [self, new($"{Root}/{definitionId}/publish", "publish", "POST"), new($"{Root}/{definitionId}/retract", "retract", "POST"), new($"{Root}/{definitionId}", "delete", "DELETE")]
            : [self];
    }

    /// <summary>For a list.</summary>
    public IReadOnlyList<ElsaLink> OfList() => MayWrite
        ?
        [
            new(Root, "self", "GET"),
            new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
            new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
            new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete", "POST"),
        ]
        : [new(Root, "self", "GET")];

    private bool MayWrite => caller.Staff is { } staff && caller.Home.Allows(staff, nameof(Permission.DesignProcesses));
}
