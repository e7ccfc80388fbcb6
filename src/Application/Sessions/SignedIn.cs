namespace Bpm.Application.Sessions;

/// <summary>A member of staff whose sign-in was just checked.</summary>
/// <param name="Stamp">The account's stamp; a token with another one has ended.</param>
/// <param name="Member">Who it is.</param>
public sealed record SignedIn(string Stamp, SessionMember Member);
