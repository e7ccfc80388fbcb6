using Microsoft.AspNetCore.Http;

namespace Bpm.Studio.Answers;

/// <summary>Why somebody does something that Elsa's bodies have no place for a reason in: header <c>x-bpm-reason</c>, URI-encoded UTF-8.</summary>
public static class Reasons
{
    public const string Header = "x-bpm-reason";

    private const int Longest = 500;

    /// <summary>The reason, at most 500 characters; null where none is given.</summary>
    public static string? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = Uri.UnescapeDataString(request.Headers[Header].ToString()).Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, Longest)];
    }
}
