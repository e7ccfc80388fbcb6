using Bpm.Application.Triggers;
using Bpm.Engine.Bookmarks;

namespace Bpm.Application.Http;

/// <summary>Who listens for a request.</summary>
/// <param name="Triggers">Published workflows that it would start.</param>
/// <param name="Bookmarks">Instances that wait for it; only looked for where no workflow would be started.</param>
public sealed record HttpListening(IReadOnlyList<TriggerRow> Triggers, IReadOnlyList<BookmarkMatch> Bookmarks);
