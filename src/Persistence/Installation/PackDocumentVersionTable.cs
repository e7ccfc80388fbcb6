using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Installation;

/// <summary>Earlier states of the documents. Rows are only ever added.</summary>
internal static class PackDocumentVersionTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("PackDocumentVersions", table =>
    {
        table.Column<string>("Organisation");
        table.Column<string>("Kind");
        table.Column<int>("EffectiveFrom");
        table.Column<long>("Revision");
        table.Column<byte[]>("Json");
        table.Column<DateTimeOffset>("SavedAt");
        table.Column<string>("SavedBy");
        table.OptionalColumn<string>("Note");
        table.HasKey("Organisation", "Kind", "EffectiveFrom", "Revision");
        table.HasIndex("Organisation", "Kind", "SavedAt");
    });
}
