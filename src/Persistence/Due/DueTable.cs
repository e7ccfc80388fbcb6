using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Due;

/// <summary>The one table of what happens later.</summary>
internal static class DueTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("DueRows", table =>
    {
        table.Column<long>("Id").ValueGeneratedOnAdd();
        table.Column<DateTimeOffset>("DueAt");
        table.Column<int>("Kind");
        table.Column<string>("Organisation");
        table.Column<string>("Subject");
        table.Column<string>("Reference");
        table.OptionalColumn<byte[]>("Payload");
        table.HasKey("Id");
        table.HasIndex("Subject", "Kind", "Reference").IsUnique();
        table.HasIndex("DueAt", "Id");
    });
}
