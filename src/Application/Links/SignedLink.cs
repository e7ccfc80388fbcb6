namespace Bpm.Application.Links;

/// <summary>What a signed link allows: one method on one path under <c>/workflows/</c> of one organisation, until a moment.</summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Below <c>/workflows/</c>, without slashes at its ends; compared without regard to case.</param>
/// <param name="ExpiresAt">UTC, by the system clock.</param>
public sealed record SignedLink(string Organisation, string Method, string Path, DateTimeOffset ExpiresAt)
{
    /// <summary>Name of the query parameter that carries the token.</summary>
    public const string Parameter = "link";

    /// <summary>Does it allow this request at this moment?</summary>
    public bool Allows(string method, string path, DateTimeOffset now) =>
        now < ExpiresAt && method == Method && string.Equals(path.Trim('/'), Path, StringComparison.OrdinalIgnoreCase);
}
