using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Instances;

/// <summary>The engine's tables. A row of WorkflowInstances is one instance; the rest hang on its id.</summary>
internal static class InstanceTables
{
    private const string Running = "\"Status\" = 'Running'";

    public static void Declare(ModelBuilder model)
    {
        model.BareTable("WorkflowInstances", table =>
        {
            table.Column<string>("Id");
            table.Column<string>("Organisation");
            table.Column<string>("DefinitionId");
            table.Column<string>("VersionId");
            table.Column<int>("Version");
            table.Column<string>("Status");
            table.Column<string>("SubStatus");
            table.OptionalColumn<string>("CorrelationId");
            table.Column<long>("Revision");
            table.Column<DateTimeOffset>("CreatedAt");
            table.Column<DateTimeOffset>("UpdatedAt");
            table.Column<byte[]>("State");
            table.OptionalColumn<string>("ActivationKey");

            // For lists only; the state says the same.
            table.OptionalColumn<string>("Name");
            table.OptionalColumn<DateTimeOffset?>("FinishedAt");
            table.Column<int>("IncidentCount").HasDefaultValue(0);
            table.HasKey("Id");
            table.HasIndex("DefinitionId", "Status");
            table.HasIndex("Organisation", "CreatedAt");
            table.HasIndex("Organisation", "IncidentCount").HasFilter("\"IncidentCount\" > 0");
            table.HasIndex("CorrelationId", "Organisation").HasFilter(Running);

            // What only one running instance may be. The key stays for life, for an ended instance can be revived.
            table.HasIndex("ActivationKey").IsUnique().HasFilter($"{Running} AND \"ActivationKey\" IS NOT NULL");
        });

        // Only what a stimulus can find; timers are due rows.
        model.BareTable("Bookmarks", table =>
        {
            table.Column<string>("InstanceId");
            table.Column<string>("BookmarkId");
            table.Column<string>("Name");
            table.Column<string>("Organisation");
            table.Column<string>("Hash");
            table.OptionalColumn<string>("CorrelationId");
            table.Column<DateTimeOffset>("CreatedAt");
            table.HasKey("InstanceId", "BookmarkId");
            table.HasIndex("Hash", "Organisation", "CorrelationId");
        });

        // Work that an instance asked others for and waits for.
        model.BareTable("RunTasks", table =>
        {
            table.Column<string>("TaskId");
            table.Column<string>("InstanceId");
            table.Column<string>("Organisation");
            table.Column<string>("Name");
            table.OptionalColumn<byte[]>("Payload");
            table.Column<DateTimeOffset>("RequestedAt");
            table.HasKey("TaskId");
            table.HasIndex("InstanceId");
        });

        model.BareTable("Journal", table =>
        {
            table.Column<string>("InstanceId");
            table.Column<long>("Burst");
            table.Column<long>("FirstSequence");
            table.Column<byte[]>("Entries");
            table.HasKey("InstanceId", "Burst");
        });

        model.BareTable("Incidents", table =>
        {
            table.Column<long>("Id").ValueGeneratedOnAdd();
            table.Column<string>("InstanceId");
            table.Column<DateTimeOffset>("At");
            table.Column<string>("ActivityId");
            table.Column<string>("NodePath");
            table.Column<string>("ActivityType");
            table.Column<int>("ActivityInstanceId");
            table.Column<string>("ExceptionType");
            table.Column<string>("Message");
            table.Column<string>("Organisation").HasDefaultValue("");
            table.Column<string>("DefinitionId").HasDefaultValue("");
            table.Column<string>("StepName").HasDefaultValue("");

            // Null as long as nobody has dealt with it.
            table.OptionalColumn<DateTimeOffset?>("ResolvedAt");
            table.OptionalColumn<string>("Resolution");
            table.HasKey("Id");
            table.HasIndex("InstanceId");

            // Open ones are few however many there ever were.
            table.HasIndex("Organisation", "At").HasFilter("\"ResolvedAt\" IS NULL");
        });
    }
}
