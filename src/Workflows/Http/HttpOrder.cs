namespace Bpm.Workflows.Http;

/// <summary>A request to an outside system, left by a burst and sent after it is stored. May hold a case's text: sealed at rest, never logged.</summary>
/// <param name="BookmarkId">Where the sender waits for the answer.</param>
/// <param name="Method">Upper case.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Headers">As the definition gives them; a value <c>secret:name</c> stands for a configured secret.</param>
/// <param name="ContentType">Null without a body.</param>
/// <param name="Body">Text, sent as UTF-8; null for none.</param>
public sealed record HttpOrder(
    string BookmarkId, string Method, string Url, IReadOnlyDictionary<string, string[]> Headers, string? ContentType, string? Body)
{
    /// <summary>Begins a header value that names a secret of the settings.</summary>
    public const string SecretPrefix = "secret:";
}
