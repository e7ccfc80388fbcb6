using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bpm.Persistence.Columns;

/// <summary>Compares by reference: the domain replaces such a value when it changes and never alters it in place.</summary>
internal sealed class SameInstance<T>() : ValueComparer<T>(
    (a, b) => ReferenceEquals(a, b),
    value => RuntimeHelpers.GetHashCode(value),
    value => value)
    where T : class;
