using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Tasks;

/// <summary>
/// Who may claim which open task: a row for each candidate key, and one with a minus sign before it for each excluded
/// person. Clustered in the order of the lists, so that a page of a list is the start of a range. What lists are narrowed by stands
/// with it: rows of tasks are long, and to look each one up costs most of a list.
/// </summary>
internal static class TaskKeyTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("OpenTaskKeys", table =>
    {
        table.Column<string>("Organisation");
        table.Column<string>("TaskKey");
        table.Column<long>("DueAt");
        table.Column<long>("OpenedAt");
        table.Column<Guid>("TaskId");
        table.Column<Guid>("CaseId");
        table.Column<string>("Step");
        table.HasKey("Organisation", "TaskKey", "DueAt", "OpenedAt", "TaskId");
        table.HasIndex("TaskId");
    });
}
