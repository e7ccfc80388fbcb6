using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

public sealed class RestartTests
{
    [Fact]
    public async Task Draft_AfterARestart_IsWhatWasSaved()
    {
        var folder = InProcessHost.NewDirectory();
        try
        {
            string saved;
            long revision;
            await using (var before = await InProcessHost.StartAsync(Read.Moment("2026-09-30T16:00:00+08:00"), folder))
            {
                var drawing = await Drawing.OpenAsync(await before.Site.AsAsync("a.process"), "xx-water-water-quality");
                drawing.Model["description"] = "重启之前保存";
                drawing.Model["root"]!["activities"]!.AsArray()[2]!["metadata"]!["designer"]!["position"]!["x"] = 333;
                (await drawing.SaveAsync()).Expect(200);
                (saved, revision) = (drawing.Model.ToJsonString(), drawing.Revision);
            }

            await using var after = await InProcessHost.StartAsync(null, folder);
            var reopened = await Drawing.OpenAsync(await after.Site.AsAsync("a.process"), "xx-water-water-quality");
            reopened.Model.ToJsonString().ShouldBe(saved);
            reopened.Revision.ShouldBe(revision);
            reopened.IsPublished.ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
