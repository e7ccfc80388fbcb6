using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InstanceLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FinishedAt",
                table: "WorkflowInstances",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IncidentCount",
                table: "WorkflowInstances",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "WorkflowInstances" SET "FinishedAt" = "UpdatedAt" WHERE "Status" = 'Finished';""");
            migrationBuilder.Sql("""UPDATE "WorkflowInstances" SET "IncidentCount" = (SELECT count(*) FROM "Incidents" WHERE "Incidents"."InstanceId" = "WorkflowInstances"."Id");""");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Organisation_CreatedAt",
                table: "WorkflowInstances",
                columns: new[] { "Organisation", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Organisation_IncidentCount",
                table: "WorkflowInstances",
                columns: new[] { "Organisation", "IncidentCount" },
                filter: "\"IncidentCount\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Organisation_CreatedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Organisation_IncidentCount",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "FinishedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "IncidentCount",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowInstances");
        }
    }
}
