using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>What was changed is in force after a restart.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Changes_SurviveARestart()
    {
        var folder = InProcessHost.NewDirectory();
        try
        {
            string password;
            await using (var first = await InProcessHost.StartAsync(Read.Moment("2026-09-30T16:00:00+08:00"), folder))
            {
                var admin = await first.Site.AsAsync("a.admin");
                (await admin.PostAsync("/api/admin/people", AdministrationProduct.Person("a.kept", "hotline", "hotline"))).Expect(200);
                password = Read.Text((await admin.PostAsync("/api/admin/people/a.kept/password")).Expect(200).Json["password"]);
                (await admin.PostAsync("/api/admin/channels/hotline", new JsonObject { ["name"] = "二十四小时热线" })).Expect(200);
                (await admin.PostAsync("/api/admin/rules", new JsonObject { ["effectiveFrom"] = "2026-12-01", ["note"] = "试" })).Expect(200);
            }

            await using var second = await InProcessHost.StartAsync(null, folder);
            var session = new JsonObject { ["userName"] = "a.kept", ["password"] = password };
            (await second.Site.Nobody.PostAsync("/api/session", session)).Expect(200);
            var again = await second.Site.AsAsync("a.admin");
            var channels = (await again.GetAsync("/api/admin/categories")).Expect(200).Json["channels"]!.AsArray();
            channels.Select(channel => Read.Text(channel!["name"])).ShouldContain("二十四小时热线");
            (await again.GetAsync("/api/admin/rules")).Expect(200).Json["items"]!.AsArray().Count.ShouldBe(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
