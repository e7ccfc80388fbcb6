using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Penalties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Penalties",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", nullable: false),
                    ClockId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Article = table.Column<string>(type: "TEXT", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    Department = table.Column<string>(type: "TEXT", nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: true),
                    Disposition = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenFrom = table.Column<string>(type: "TEXT", nullable: true),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CompletedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AppealDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Acts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Penalties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_CaseId",
                table: "Penalties",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_ClockId_Article_Slot",
                table: "Penalties",
                columns: new[] { "ClockId", "Article", "Slot" },
                unique: true,
                filter: "\"ClockId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_Days",
                table: "Penalties",
                columns: new[] { "Organisation", "Day", "State", "CaseId", "Person", "Department", "Article", "Amount", "Points" });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_People",
                table: "Penalties",
                columns: new[] { "Organisation", "Person", "Day", "State", "CaseId", "Department", "Article", "Amount", "Points" });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_States",
                table: "Penalties",
                columns: new[] { "Organisation", "State", "Day", "CaseId", "Person" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Penalties");
        }
    }
}
