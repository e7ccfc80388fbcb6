using Bpm.Domain;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Columns;

/// <summary>Short words for the columns of this model.</summary>
internal static class ColumnBuilders
{
    /// <summary>Stores an immutable value as JSON text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(new JsonColumn<T>(), new SameInstance<T>());

    /// <summary>Stores a value that may be a secret, encrypted when it is one.</summary>
    /// <param name="table">The table's name; with the column's it is the place that the value is sealed for.</param>
    public static PropertyBuilder<Confidential<T>> AsSealed<T>(this PropertyBuilder<Confidential<T>> property, TextCipher cipher, string table) =>
        property.HasConversion(new SealedColumn<T>(cipher, $"{table}.{property.Metadata.Name}"), new SameInstance<Confidential<T>>());
}
