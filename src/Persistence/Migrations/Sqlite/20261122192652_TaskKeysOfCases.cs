using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TaskKeysOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "CaseId",
                table: "OpenTaskKeys",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "OpenTaskKeys",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                UPDATE "OpenTaskKeys" SET
                "CaseId" = (SELECT "CaseId" FROM "Tasks" WHERE "Tasks"."Id" = "OpenTaskKeys"."TaskId"),
                "Step" = (SELECT "Step" FROM "Tasks" WHERE "Tasks"."Id" = "OpenTaskKeys"."TaskId")
                WHERE "TaskId" IN (SELECT "Id" FROM "Tasks");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByDepartment",
                table: "Cases",
                columns: new[] { "Organisation", "Department", "Level", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OfNoCase",
                table: "AuditEntries",
                columns: new[] { "Organisation", "At" },
                filter: "\"CaseId\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_ByDepartment",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_OfNoCase",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "OpenTaskKeys");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "OpenTaskKeys");
        }
    }
}
