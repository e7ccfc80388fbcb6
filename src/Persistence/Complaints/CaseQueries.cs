using Bpm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Complaints;

/// <summary>
/// Loads whole cases: one query for the case and one for each kind of its children, however many there are.
/// One instance a database, because a compiled query belongs to one EF model.
/// </summary>
internal sealed class CaseQueries
{
    private readonly Func<BpmDbContext, Guid, Task<Case?>> _tracked =
        EF.CompileAsyncQuery((BpmDbContext context, Guid id) => Whole(context).AsTracking().FirstOrDefault(c => c.Id == id));

    private readonly Func<BpmDbContext, Guid, Task<Case?>> _snapshot =
        EF.CompileAsyncQuery((BpmDbContext context, Guid id) => Whole(context).AsNoTracking().FirstOrDefault(c => c.Id == id));

    /// <summary>A case to be changed.</summary>
    public Task<Case?> TrackedAsync(BpmDbContext context, Guid id) => _tracked(context, id);

    /// <summary>A case to be looked at.</summary>
    public Task<Case?> SnapshotAsync(BpmDbContext context, Guid id) => _snapshot(context, id);

    /// <summary>
    /// Cases with what lists show of them and what says who may see it: clocks, tasks, replies and notices, in order. The other children are
    /// not loaded.
    /// </summary>
    public static IQueryable<Case> Listed(BpmDbContext context) => context.Set<Case>()
        .Include(c => c.Clocks.OrderBy(k => k.StartedAt).ThenBy(k => k.Id))
        .Include(c => c.Tasks.OrderBy(t => t.Ordinal))
        .Include(c => c.Replies.OrderBy(r => r.Version))
        .Include(c => c.Notices.OrderBy(n => n.RaisedAt).ThenBy(n => n.Id));

    /// <summary>Cases with all their children, in the order in which each kind of child came.</summary>
    public static IQueryable<Case> Whole(BpmDbContext context) => context.Set<Case>()
        .Include(c => c.Clocks.OrderBy(k => k.StartedAt).ThenBy(k => k.Id))
        .Include(c => c.Tasks.OrderBy(t => t.Ordinal))
        .Include(c => c.Replies.OrderBy(r => r.Version))
        .Include(c => c.FollowUps.OrderBy(f => f.Attempt))
        .Include(c => c.Attachments.OrderBy(a => a.Id))
        .Include(c => c.Links.OrderBy(l => l.At).ThenBy(l => l.Id))
        .Include(c => c.Disclosures.OrderBy(d => d.RequestedAt).ThenBy(d => d.Id))
        .Include(c => c.Notes.OrderBy(n => n.At).ThenBy(n => n.Id))
        .Include(c => c.Notices.OrderBy(n => n.RaisedAt).ThenBy(n => n.Id));
}
