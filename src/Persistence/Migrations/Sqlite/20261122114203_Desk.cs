using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOf",
                table: "Tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "Tasks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reminders",
                table: "Tasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "TaskId",
                table: "Notices",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", nullable: false),
                    Substitute = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Recipient_Kind",
                table: "Notices",
                columns: new[] { "Recipient", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Organisation_Until",
                table: "Absences",
                columns: new[] { "Organisation", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Substitute_Until",
                table: "Absences",
                columns: new[] { "Substitute", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_UserName_Until",
                table: "Absences",
                columns: new[] { "UserName", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_UserName_Name",
                table: "SavedFilters",
                columns: new[] { "UserName", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Recipient_Kind",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "TaskId",
                table: "Notices");
        }
    }
}
