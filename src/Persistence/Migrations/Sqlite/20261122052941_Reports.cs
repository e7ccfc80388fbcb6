using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    PeriodTo = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBy = table.Column<string>(type: "TEXT", nullable: true),
                    Rows = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Step_CompletedAt",
                table: "Tasks",
                columns: new[] { "Step", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_BreachedAt",
                table: "SlaClocks",
                column: "BreachedAt",
                filter: "\"BreachedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_DueAt",
                table: "SlaClocks",
                column: "DueAt",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_At",
                table: "FollowUps",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CaseId",
                table: "Reports",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Organisation_Code_Date",
                table: "Reports",
                columns: new[] { "Organisation", "Code", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Organisation_Code_PeriodFrom",
                table: "Reports",
                columns: new[] { "Organisation", "Code", "PeriodFrom" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_Step_CompletedAt",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_BreachedAt",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_DueAt",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_At",
                table: "FollowUps");
        }
    }
}
