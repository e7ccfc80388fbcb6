namespace Bpm.Web.Frame;

/// <summary>Whether Elsa Studio's files are there; the build fetches them, and may have been unable to.</summary>
/// <param name="IsThere">Answers at the moment of asking.</param>
public sealed record StudioPresence(Func<bool> IsThere);
