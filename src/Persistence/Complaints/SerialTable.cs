using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Complaints;

/// <summary>The last serial number given on a day.</summary>
internal static class SerialTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("Serials", table =>
    {
        table.Column<string>("Organisation");
        table.Column<int>("Day");
        table.Column<int>("Last");
        table.HasKey("Organisation", "Day");
    });
}
