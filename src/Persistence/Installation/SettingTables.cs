using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Installation;

/// <summary>Single values, and the proof of which text key the database is sealed with.</summary>
internal static class SettingTables
{
    public static void Declare(ModelBuilder model)
    {
        model.BareTable("Settings", table =>
        {
            table.Column<string>("Name");
            table.Column<string>("Value");
            table.HasKey("Name");
        });

        model.BareTable("TextKeys", table =>
        {
            table.Column<int>("Version");
            table.Column<byte[]>("Check");
            table.HasKey("Version");
        });
    }
}
