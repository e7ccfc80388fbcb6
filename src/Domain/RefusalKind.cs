namespace Bpm.Domain;

/// <summary>The family of a <see cref="Refusal"/>.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the sign-in failed (401).</summary>
    Unauthenticated,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or the caller may not know that there is (404).</summary>
    NotFound,

    /// <summary>The thing is not in a state that allows this (409).</summary>
    Conflict,

    /// <summary>There is more of it than is taken (413).</summary>
    TooLarge,
}
