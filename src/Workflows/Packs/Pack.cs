using Bpm.Domain.Calendars;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Packs;

/// <summary>Everything that one organisation brings: its people, rules, forms, calendar and workflows. Immutable.</summary>
public sealed record Pack(
    OrganisationDirectory Directory,
    RuleSet Rules,
    FormCatalogue Forms,
    WorkingCalendar Calendar,
    IReadOnlyList<WorkflowDefinition> Definitions)
{
    /// <summary>Code of the organisation.</summary>
    public string Code => Directory.Profile.Identity.Code;
}
