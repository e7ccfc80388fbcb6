using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenClockList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_DueAt",
                table: "SlaClocks");

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_DueAt_CaseId_State_RuleId_Department",
                table: "SlaClocks",
                columns: new[] { "DueAt", "CaseId", "State", "RuleId", "Department" },
                filter: "\"EndedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_DueAt_CaseId_State_RuleId_Department",
                table: "SlaClocks");

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_DueAt",
                table: "SlaClocks",
                column: "DueAt",
                filter: "\"EndedAt\" IS NULL");
        }
    }
}
