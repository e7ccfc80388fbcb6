using Bpm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bpm.Persistence.Complaints;

/// <summary>
/// Raises the version of every case of which anything changed, a child included: two who change different parts
/// of one case at once cannot both succeed.
/// </summary>
internal static class CaseVersions
{
    public static void Raise(ChangeTracker tracker)
    {
        HashSet<Guid>? changed = null;
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.Entity is Case itself)
                (changed ??= []).Add(itself.Id);
            else if (entry.Metadata.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Case)))
                (changed ??= []).Add((Guid)entry.Property("CaseId").CurrentValue!);
        }

        if (changed is null)
            return;
        foreach (var entry in tracker.Entries<Case>().Where(e => changed.Contains(e.Entity.Id)))
        {
            var version = entry.Property<long>(CaseConfiguration.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }
    }
}
