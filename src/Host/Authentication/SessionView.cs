using Bpm.Application.Sessions;

namespace Bpm.Host.Authentication;

/// <summary>The answer to a sign-in.</summary>
/// <param name="AccessToken">For the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
/// <param name="RefreshToken">Buys a new access token at <c>/api/session/refresh</c>.</param>
/// <param name="User">Who signed in.</param>
public sealed record SessionView(string AccessToken, long ExpiresIn, string RefreshToken, SessionMember User);
