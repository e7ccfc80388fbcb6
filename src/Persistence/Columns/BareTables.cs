using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Columns;

/// <summary>Tables without a class: EF only migrates them, prepared commands read and write them.</summary>
internal static class BareTables
{
    /// <summary>Declares a table.</summary>
    public static void BareTable(this ModelBuilder model, string name, Action<EntityTypeBuilder<Dictionary<string, object>>> configure) =>
        model.SharedTypeEntity<Dictionary<string, object>>(name, table =>
        {
            table.ToTable(name);
            configure(table);
        });

    /// <summary>A column that always has a value.</summary>
    public static PropertyBuilder<T> Column<T>(this EntityTypeBuilder<Dictionary<string, object>> table, string name)
        where T : notnull =>
        (PropertyBuilder<T>)table.IndexerProperty<T>(name).IsRequired().ValueGeneratedNever();

    /// <summary>A column that may be null.</summary>
    public static void OptionalColumn<T>(this EntityTypeBuilder<Dictionary<string, object>> table, string name) =>
        table.IndexerProperty<T>(name).IsRequired(false);
}
