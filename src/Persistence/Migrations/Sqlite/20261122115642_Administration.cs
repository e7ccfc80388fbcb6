using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "PackDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "PackDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<long>(
                name: "SavedAt",
                table: "PackDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 621355968000000000L);

            migrationBuilder.AddColumn<string>(
                name: "SavedBy",
                table: "PackDocuments",
                type: "TEXT",
                nullable: false,
                defaultValue: "system");

            migrationBuilder.CreateTable(
                name: "PackDocumentVersions",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackDocumentVersions", x => new { x.Organisation, x.Kind, x.EffectiveFrom, x.Revision });
                });

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_Estimated_CaseId",
                table: "SlaClocks",
                columns: new[] { "Estimated", "CaseId" },
                filter: "\"EndedAt\" IS NULL AND \"Estimated\"");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_Organisation_System_State_CreatedAt",
                table: "OutboxMessages",
                columns: new[] { "Organisation", "System", "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Organisation_Action_At",
                table: "AuditEntries",
                columns: new[] { "Organisation", "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Organisation_Actor_At",
                table: "AuditEntries",
                columns: new[] { "Organisation", "Actor", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PackDocumentVersions_Organisation_Kind_SavedAt",
                table: "PackDocumentVersions",
                columns: new[] { "Organisation", "Kind", "SavedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PackDocumentVersions");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_Estimated_CaseId",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_Organisation_System_State_CreatedAt",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Organisation_Action_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Organisation_Actor_At",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "PackDocuments");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "PackDocuments");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "PackDocuments");

            migrationBuilder.DropColumn(
                name: "SavedBy",
                table: "PackDocuments");
        }
    }
}
