using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Triggers;

/// <summary>What starts instances of the published definitions.</summary>
internal static class TriggerTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("Triggers", table =>
    {
        table.Column<string>("DefinitionId");
        table.Column<string>("NodePath");
        table.Column<int>("Number");
        table.Column<string>("Organisation");
        table.Column<string>("VersionId");
        table.Column<string>("ActivityId");
        table.Column<string>("ActivityType");
        table.Column<int>("Kind");
        table.OptionalColumn<string>("Hash");
        table.OptionalColumn<string>("Payload");
        table.OptionalColumn<string>("Timetable");
        table.Column<DateTimeOffset>("Since");
        table.HasKey("DefinitionId", "NodePath", "Number");
        table.HasIndex("Hash", "Organisation");
    });
}
