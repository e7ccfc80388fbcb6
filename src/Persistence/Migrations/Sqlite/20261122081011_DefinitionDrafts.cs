using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DefinitionDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "Definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Definitions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "Definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SavedAt",
                table: "Definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "SavedBy",
                table: "Definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // Until now every stored version had been published at once.
            migrationBuilder.Sql("""UPDATE "Definitions" SET "PublishedAt" = "CreatedAt", "SavedAt" = "CreatedAt", "SavedBy" = "Author", "Revision" = 1;""");

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_Organisation_IsLatest",
                table: "Definitions",
                columns: new[] { "Organisation", "IsLatest" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Definitions_Organisation_IsLatest",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "Definitions");

            migrationBuilder.DropColumn(
                name: "SavedBy",
                table: "Definitions");
        }
    }
}
