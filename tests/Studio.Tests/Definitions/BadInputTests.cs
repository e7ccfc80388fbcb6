using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

[Collection(StudioCollection.Name)]
public sealed class BadInputTests(StudioProduct product)
{
    [Fact]
    public async Task Save_ByASecondAdmin_IsToldWhoSavedAndNothingIsOverwritten()
    {
        var client = await product.AsAsync("a.process");
        await Drawing.ImportAsync(client, new PlainFlow("two-admins").Build());
        var first = await Drawing.OpenAsync(client, "two-admins");
        var second = await Drawing.OpenAsync(client, "two-admins");
        first.Model["description"] = "先保存的";
        second.Model["description"] = "后保存的";
        (await first.SaveAsync()).Expect(200);
        var refused = (await second.SaveAsync()).ExpectProblem(400, "DEFINITION-CHANGED", "DEFINITION-CHANGED");
        refused.Text.ShouldContain("保存过这个流程");
        refused.Text.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}{2,3} 在 \d+ 月 \d+ 日 \d\d:\d\d");
        Read.Text((await Drawing.OpenAsync(client, "two-admins")).Model["description"]).ShouldBe("先保存的");

        // A client that does not know revisions is Elsa's: the last one wins.
        (await second.SaveAsync(withRevision: false)).Expect(200);
        Read.Text((await Drawing.OpenAsync(client, "two-admins")).Model["description"]).ShouldBe("后保存的");
    }

    [Fact]
    public async Task Save_AgainAfterAnAnswerThatWasLost_IsNoConflict()
    {
        var client = await product.AsAsync("a.process");
        await Drawing.ImportAsync(client, new PlainFlow("lost-answer").Build());
        var once = await Drawing.OpenAsync(client, "lost-answer");
        var again = await Drawing.OpenAsync(client, "lost-answer");
        foreach (var editor in (Drawing[])[once, again])
            editor.Model["description"] = "同样的改动";
        (await once.SaveAsync()).Expect(200);
        (await again.SaveAsync()).Expect(200);
        again.Revision.ShouldBe(once.Revision);
    }

    public static TheoryData<string, string> Bodies => new()
    {
        { "broken", "{\"model\":{\"name\":" },
        { "list", "[]" },
        { "no model", "{}" },
        { "no root", "{\"model\":{\"definitionId\":\"bad-input\"}}" },
        { "deep", "{\"model\":" + string.Concat(Enumerable.Repeat("{\"a\":", 400)) + "1" + new string('}', 400) + "}" },
        { "bad id", "{\"model\":{\"definitionId\":\"../../etc\",\"root\":{\"id\":\"a\",\"type\":\"Elsa.Flowchart\"}}}" },
        { "20 MB", "{\"model\":{\"name\":\"" + new string('x', 20 * 1024 * 1024) + "\"}}" },
        { "5,000 steps", Steps(5000) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Save_OfABadBody_IsRefusedInWordsAndTheDraftStays(string name, string body)
    {
        var client = await product.AsAsync("a.process");
        var draft = await Drawing.ImportAsync(client, new PlainFlow("bad-input").Add("say", "Elsa.WriteLine", ("text", "String", "好")).Build());
        var refused = (await client.PostTextAsync(Elsa.Base + "/workflow-definitions", body)).ExpectProblem(400);
        Read.Items(refused.Json["errors"]!.AsObject().Select(error => error.Value!).First()).ShouldNotBeEmpty(name);
        (await Drawing.OpenAsync(client, "bad-input")).Revision.ShouldBe(draft.Revision);
    }

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("/etc/evil.json")]
    [InlineData("a/../../evil.json")]
    [InlineData("..\\evil.json")]
    public async Task Import_OfAZipWithAPathOutsideIt_IsRefusedWhole(string path)
    {
        var refused = (await UploadAsync("definitions.zip", Zip((path, new PlainFlow("zip-outside").Build()), ("good.json", new PlainFlow("zip-good").Build()))))
            .ExpectProblem(400, "IMPORT-FILE-REFUSED");
        refused.Text.ShouldContain("指向包外");
        (await (await product.AsAsync("a.process")).GetAsync(Elsa.Base + "/workflow-definitions/by-definition-id/zip-good")).Expect(404);
    }

    [Fact]
    public async Task Import_OfAZip_TakesAllOrNothing()
    {
        var client = await product.AsAsync("a.process");
        (await UploadAsync("good.zip", Zip(("a.json", new PlainFlow("zip-a").Build()), ("sub/b.json", new PlainFlow("zip-b").Build()), ("read.me", [1]))))
            .Expect(200).Json["count"]!.GetValue<int>().ShouldBe(2);
        (await UploadAsync("half.zip", Zip(("c.json", new PlainFlow("zip-c").Build()), ("d.json", "{"u8.ToArray())))).ExpectProblem(400, "IMPORT-FILE-REFUSED", "d.json");
        (await client.GetAsync(Elsa.Base + "/workflow-definitions/by-definition-id/zip-c")).Expect(404);
        (await UploadAsync("no.zip", [1, 2, 3])).ExpectProblem(400, "IMPORT-FILE-REFUSED");
        (await UploadAsync("bomb.zip", Zip(("bomb.json", new byte[30 * 1024 * 1024])))).ExpectProblem(400, "IMPORT-FILE-REFUSED").Text.ShouldContain("过大");
        (await UploadAsync("large.json", new byte[20 * 1024 * 1024])).ExpectProblem(400, "BODY-TOO-LARGE");
    }

    [Fact]
    public async Task Import_OfWhatTheEngineDoesNotRun_NamesIt()
    {
        var client = await product.AsAsync("a.process");
        var refused = await client.PostTextAsync(
            Elsa.Base + "/workflow-definitions/import", Encoding.UTF8.GetString(new PlainFlow("unknown-part").Add("mail", "Elsa.SendEmail").Build()));
        refused.ExpectProblem(400, "IMPORT-FILE-REFUSED").Text.ShouldContain("Elsa.SendEmail");
    }

    [Fact]
    public async Task Export_OfSeveral_ImportsAgain()
    {
        var client = await product.AsAsync("a.process");
        await Drawing.ImportAsync(client, new PlainFlow("several-1").Build());
        await Drawing.ImportAsync(client, new PlainFlow("several-2").Build());
        using var body = new StringContent("""{"ids":["several-1-v1","several-2-v1"],"includeConsumingWorkflows":false}""", Encoding.UTF8, "application/json");
        (await client.SendAsync(HttpMethod.Post, Elsa.Base + "/bulk-actions/export/workflow-definitions", body, null)).Expect(200).ContentType.ShouldBe("application/zip");
    }

    private static string Steps(int count) => new JsonObject
    {
        ["model"] = new JsonObject
        {
            ["definitionId"] = "bad-input", ["name"] = "很多步骤",
            ["root"] = new JsonObject
            {
                ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1,
                ["activities"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["id"] = $"a{i}", ["type"] = "Elsa.WriteLine", ["version"] = 1 })]),
            },
        },
    }.ToJsonString();

    private static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        return buffer.ToArray();
    }

    private async Task<Answer> UploadAsync(string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "files", name);
        return await (await product.AsAsync("a.process")).SendAsync(HttpMethod.Post, Elsa.Base + "/workflow-definitions/import-files", form, null);
    }
}
