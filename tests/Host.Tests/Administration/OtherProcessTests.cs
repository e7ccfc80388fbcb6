using System.Text.Json.Nodes;
using Bpm.Application.Installation;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Administration;

/// <summary>Two processes serve one installation; what is changed through one holds in the other.</summary>
public sealed class OtherProcessTests(AdministrationProduct product) : IClassFixture<AdministrationProduct>
{
    [Fact]
    public async Task Change_OfAnotherProcess_HoldsAfterTheNextLook()
    {
        await using var other = await InProcessHost.StartAsync(null, product.Host.DataDirectory);
        var watch = other.Services.GetRequiredService<DocumentWatch>();
        var admin = await product.AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/people", AdministrationProduct.Person("a.elsewhere", "hotline", "hotline"))).Expect(200);
        var given = Read.Text((await admin.PostAsync("/api/admin/people/a.elsewhere/password")).Expect(200).Json["password"]);

        await watch.LookAsync(default);

        (await other.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.elsewhere", ["password"] = given })).Expect(200);
    }

    [Fact]
    public void Documents_ReadBeforeAChangeOfTheOwnProcess_DoNotUndoIt()
    {
        var organisations = product.Host.Services.GetRequiredService<OrganisationRegistry>();
        var (before, home) = (organisations.Replaced, organisations.Of("liaocheng-water"));

        organisations.Replace(home);

        organisations.TryLoad([], before).ShouldBeFalse();
        organisations.Of("liaocheng-water").ShouldBeSameAs(home);
    }
}
