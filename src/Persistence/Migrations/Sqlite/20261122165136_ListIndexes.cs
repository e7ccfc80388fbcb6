using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bpm.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tasks_CaseId",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_CompletedBy_CompletedAt",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_State_CaseId",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_CaseId",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_DueAt_CaseId_State_RuleId_Department",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_CaseId",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Organisation_Category_ReceivedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Organisation_ReceivedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Organisation_Status_ReceivedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_RegisteredBy_Status",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Active",
                table: "Tasks",
                columns: new[] { "CaseId", "Id", "Organisation", "Step", "State", "DueAt", "OpenedAt" },
                filter: "\"State\" IN ('Open', 'Claimed')");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Done",
                table: "Tasks",
                columns: new[] { "CompletedBy", "CompletedAt", "Id", "State", "Organisation", "Step", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Held",
                table: "Tasks",
                columns: new[] { "CaseId", "RuleId", "Ordinal", "Assignee", "Candidates" },
                filter: "\"State\" = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_OfCase",
                table: "Tasks",
                columns: new[] { "CaseId", "CompletedBy", "CompletedAt", "Id", "State", "Step", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_OfCase",
                table: "SlaClocks",
                columns: new[] { "CaseId", "RuleId", "State", "IsTarget", "BreachedAt", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_Open",
                table: "SlaClocks",
                columns: new[] { "DueAt", "Id", "CaseId", "State", "RuleId", "Department", "IsTarget" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_CaseId_Attempt_Result",
                table: "FollowUps",
                columns: new[] { "CaseId", "Attempt", "Result" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByCategory",
                table: "Cases",
                columns: new[] { "Organisation", "Category", "ReceivedAt", "Id", "Kind", "Status", "Channel", "Level", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByLevel",
                table: "Cases",
                columns: new[] { "Organisation", "Level", "Status", "ReceivedAt", "Id", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByReceipt",
                table: "Cases",
                columns: new[] { "Organisation", "ReceivedAt", "Id", "Kind", "Status", "Category", "Channel", "Level", "Department", "Founded", "Ending", "ClosedAt", "Accused", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByRegistrar",
                table: "Cases",
                columns: new[] { "RegisteredBy", "Id", "Category", "Level", "Department", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ByStatus",
                table: "Cases",
                columns: new[] { "Organisation", "Status", "ReceivedAt", "Id", "Kind", "Category", "Channel", "Level", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tasks_Active",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_Done",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_Held",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_OfCase",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_OfCase",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_SlaClocks_Open",
                table: "SlaClocks");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_CaseId_Attempt_Result",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ByCategory",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ByLevel",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ByReceipt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ByRegistrar",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ByStatus",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_CaseId",
                table: "Tasks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_CompletedBy_CompletedAt",
                table: "Tasks",
                columns: new[] { "CompletedBy", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_State_CaseId",
                table: "Tasks",
                columns: new[] { "State", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_CaseId",
                table: "SlaClocks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SlaClocks_DueAt_CaseId_State_RuleId_Department",
                table: "SlaClocks",
                columns: new[] { "DueAt", "CaseId", "State", "RuleId", "Department" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_CaseId",
                table: "FollowUps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Organisation_Category_ReceivedAt",
                table: "Cases",
                columns: new[] { "Organisation", "Category", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Organisation_ReceivedAt",
                table: "Cases",
                columns: new[] { "Organisation", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Organisation_Status_ReceivedAt",
                table: "Cases",
                columns: new[] { "Organisation", "Status", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_RegisteredBy_Status",
                table: "Cases",
                columns: new[] { "RegisteredBy", "Status" });
        }
    }
}
