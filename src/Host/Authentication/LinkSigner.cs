using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bpm.Application.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Bpm.Host.Authentication;

/// <summary>Tokens under the installation's data-protection keys: sealed and authenticated, so that they tell their holder nothing either.</summary>
public sealed class LinkSigner(IDataProtectionProvider protection) : ILinkSigner
{
    // Longer than any that is made here; nothing beyond it is worth deciphering.
    private const int LongestToken = 4000;
    private readonly IDataProtector _protector = protection.CreateProtector("Bpm.SignedLink.v1");

    public string Sign(SignedLink link) => WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(link)));

    public SignedLink? Read(string token)
    {
        if (token.Length is 0 or > LongestToken)
            return null;
        try
        {
            return JsonSerializer.Deserialize<SignedLink>(_protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
