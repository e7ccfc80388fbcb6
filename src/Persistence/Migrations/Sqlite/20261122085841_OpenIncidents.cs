using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenIncidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DefinitionId",
                table: "Incidents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "Incidents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Resolution",
                table: "Incidents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResolvedAt",
                table: "Incidents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StepName",
                table: "Incidents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Organisation_At",
                table: "Incidents",
                columns: new[] { "Organisation", "At" },
                filter: "\"ResolvedAt\" IS NULL");

            // What was dealt with is known of instances that ended well only; the rest shows, and can be dealt with.
            migrationBuilder.Sql("""
                UPDATE "Incidents" SET "StepName" = "ActivityId",
                    "Organisation" = coalesce((SELECT i."Organisation" FROM "WorkflowInstances" AS i WHERE i."Id" = "Incidents"."InstanceId"), ''),
                    "DefinitionId" = coalesce((SELECT i."DefinitionId" FROM "WorkflowInstances" AS i WHERE i."Id" = "Incidents"."InstanceId"), ''),
                    "ResolvedAt" = (SELECT i."UpdatedAt" FROM "WorkflowInstances" AS i
                        WHERE i."Id" = "Incidents"."InstanceId" AND i."Status" = 'Finished' AND i."SubStatus" <> 'Faulted');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Incidents_Organisation_At",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "DefinitionId",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "Resolution",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "ResolvedAt",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "StepName",
                table: "Incidents");
        }
    }
}
