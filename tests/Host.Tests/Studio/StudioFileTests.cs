using System.Net;
using System.Net.Http.Headers;

namespace Bpm.Host.Tests.Studio;

/// <summary>Elsa Studio's files as browsers get them, from a folder of made-up files.</summary>
public sealed class StudioFileTests(MadeUpStudio studio) : IClassFixture<MadeUpStudio>
{
    [Theory]
    [InlineData("br, gzip", "br", "br")]
    [InlineData("gzip", "gzip", "gz")]
    [InlineData("br;q=0, gzip", "gzip", "gz")]
    [InlineData("identity", null, "raw")]
    public async Task File_HasCompressedForms_TheBestThatTheBrowserTakesIsSent(string accepted, string? encoding, string content)
    {
        using var answer = await GetAsync(MadeUpStudio.Fingerprinted, request => request.Headers.Add("Accept-Encoding", accepted));
        answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(content);
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/wasm");
    }

    [Fact]
    public async Task Files_AreKeptByBrowsers_ForeverOnlyWhereTheNameHoldsAHash()
    {
        using var fingerprinted = await GetAsync(MadeUpStudio.Fingerprinted);
        using var plain = await GetAsync("_framework/blazor.webassembly.js");
        fingerprinted.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        plain.Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    [Fact]
    public async Task File_IsKnownToTheBrowser_AnswersNotModifiedWithoutABody()
    {
        using var first = await GetAsync("_framework/zones.dat");
        using var second = await GetAsync("_framework/zones.dat", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var changed = await GetAsync("_framework/zones.dat", request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"older\"")));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
    }

    [Theory]
    [InlineData("/studio/index.html")]
    [InlineData("/studio/package.json")]
    [InlineData("/studio/_framework/../index.html")]
    [InlineData("/studio/_framework/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/studio/_framework/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/studio//etc/passwd")]
    public async Task Path_LeadsElsewhere_IsNotServed(string path)
    {
        using var answer = await studio.Http.GetAsync(path);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("sample page");
        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task File_IsPosted_IsRefused()
    {
        using var answer = await studio.Http.PostAsync("/studio/_framework/zones.dat", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private async Task<HttpResponseMessage> GetAsync(string file, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio/" + file);
        change?.Invoke(request);
        return await studio.Http.SendAsync(request);
    }
}
