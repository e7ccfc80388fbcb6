using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlainInstances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookmarks_Hash_CorrelationId",
                table: "Bookmarks");

            migrationBuilder.AddColumn<string>(
                name: "ActivationKey",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "Bookmarks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                UPDATE "Bookmarks" SET "Organisation" =
                    (SELECT "Organisation" FROM "WorkflowInstances" WHERE "WorkflowInstances"."Id" = "Bookmarks"."InstanceId");
                """);

            migrationBuilder.CreateTable(
                name: "RunTasks",
                columns: table => new
                {
                    TaskId = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunTasks", x => x.TaskId);
                });

            migrationBuilder.CreateTable(
                name: "Triggers",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "TEXT", nullable: false),
                    NodePath = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", nullable: false),
                    ActivityType = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Timetable = table.Column<string>(type: "TEXT", nullable: true),
                    VersionId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Triggers", x => new { x.DefinitionId, x.NodePath, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_ActivationKey",
                table: "WorkflowInstances",
                column: "ActivationKey",
                unique: true,
                filter: "\"Status\" = 'Running' AND \"ActivationKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_CorrelationId_Organisation",
                table: "WorkflowInstances",
                columns: new[] { "CorrelationId", "Organisation" },
                filter: "\"Status\" = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Hash_Organisation_CorrelationId",
                table: "Bookmarks",
                columns: new[] { "Hash", "Organisation", "CorrelationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RunTasks_InstanceId",
                table: "RunTasks",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Triggers_Hash_Organisation",
                table: "Triggers",
                columns: new[] { "Hash", "Organisation" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RunTasks");

            migrationBuilder.DropTable(
                name: "Triggers");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_ActivationKey",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_CorrelationId_Organisation",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_Bookmarks_Hash_Organisation_CorrelationId",
                table: "Bookmarks");

            migrationBuilder.DropColumn(
                name: "ActivationKey",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "Bookmarks");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Hash_CorrelationId",
                table: "Bookmarks",
                columns: new[] { "Hash", "CorrelationId" });
        }
    }
}
