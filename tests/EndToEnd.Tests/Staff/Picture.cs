using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>A photograph as a telephone takes it, only smaller.</summary>
internal static class Picture
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNQSFiAFTEMLQkAAmxIAc8z8pwAAAAASUVORK5CYII=");

    /// <summary>The picture under a name.</summary>
    public static FilePayload Of(string name) => new() { Name = name, MimeType = "image/png", Buffer = Png };
}
