using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>People come, change and leave; each change holds for the next request.</summary>
public sealed class PeopleTests(AdministrationProduct product) : IClassFixture<AdministrationProduct>
{
    [Fact]
    public async Task Person_Added_SignsInAndDoesWhatTheRolesAllow()
    {
        var added = await product.AddPersonAsync("a.new1", "hotline", "hotline");
        (await added.GetAsync("/api/session")).Expect(200).Json["displayName"]!.GetValue<string>().ShouldBe("试用人员");
        (await added.PostAsync("/api/complaints", Complaint.Sample("C01"))).Expect(201);
    }

    [Fact]
    public async Task Person_WithoutPassword_CannotSignIn()
    {
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people", AdministrationProduct.Person("a.new2", "hotline", "hotline"))).Expect(200);
        (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.new2", ["password"] = Site.Password })).ExpectProblem(401, "SIGN-IN-FAILED");
    }

    [Theory]
    [InlineData("b.hotline", "ENTRY-TAKEN", 409)]
    [InlineData("Ä.new", "REQUEST-INVALID", 400)]
    public async Task UserName_OfAnotherOrMalformed_IsRefused(string user, string code, int status) =>
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people", AdministrationProduct.Person(user, "hotline", "hotline"))).ExpectProblem(status, code);

    [Theory]
    [InlineData("no-such-department", "hotline")]
    [InlineData("hotline", "no-such-role")]
    public async Task Person_OfUnknownDepartmentOrRole_IsRefused(string department, string role) =>
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people", AdministrationProduct.Person("a.never", department, role))).ExpectProblem(400, "DOCUMENT-REFUSED");

    [Fact]
    public async Task Person_WhoLeaves_IsOutAtOnceAndKeepsTheName()
    {
        var leaver = await product.AddPersonAsync("a.leaver", "hotline", "hotline");
        var number = Read.Text((await leaver.PostAsync("/api/complaints", Complaint.Sample("C01"))).Expect(201).Json["number"]);
        var body = AdministrationProduct.Person("a.leaver", "hotline", "hotline");
        body["isActive"] = false;
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people/a.leaver", body)).Expect(200);
        (await leaver.GetAsync("/api/session")).ExpectProblem(401);
        (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.leaver", ["password"] = Site.Password })).ExpectProblem(401, "SIGN-IN-FAILED");
        (await (await product.AsAsync("a.supervisor")).GetAsync(ApiClient.CasePath(number))).Expect(200);
        var left = (await (await product.AsAsync("a.admin")).GetAsync("/api/admin/people?left=true")).Expect(200).Json["items"]!.AsArray();
        left.Select(person => Read.Text(person!["userName"])).ShouldContain("a.leaver");
    }

    [Fact]
    public async Task Person_WhoHoldsATask_CannotLeave()
    {
        var holder = await product.AddPersonAsync("a.holder", "hotline", "hotline");
        var number = Read.Text((await holder.PostAsync("/api/complaints", Complaint.Sample("C01"))).Expect(201).Json["number"]);
        var task = (await holder.ListAsync("/api/tasks?scope=available&complaint=" + number))[0];
        (await holder.PostAsync($"/api/tasks/{Read.Text(task["id"])}/claim")).Expect(200);
        var body = AdministrationProduct.Person("a.holder", "hotline", "hotline");
        body["isActive"] = false;
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people/a.holder", body)).ExpectProblem(409, "STILL-NEEDED").Text.ShouldContain("1 项");
    }

    [Theory]
    [InlineData("a.quality", "quality", "quality", "负责人")]
    [InlineData("a.hotline2", "hotline", "hotline", "班次表")]
    public async Task Person_WhoHeadsADepartmentOrIsOnARoster_CannotLeave(string user, string department, string role, string because)
    {
        var body = AdministrationProduct.Person(user, department, role);
        body["isActive"] = false;
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people/" + user, body)).ExpectProblem(400, "DOCUMENT-REFUSED").Text.ShouldContain(because);
    }

    [Fact]
    public async Task Admin_CannotDeactivateThemselves()
    {
        var body = AdministrationProduct.Person("a.admin", "customer-service", "admin");
        body["isActive"] = false;
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people/a.admin", body)).ExpectProblem(400, "DOCUMENT-REFUSED");
    }

    [Fact]
    public async Task Password_Reset_EndsSessionsAndTakesTheLockOff()
    {
        var person = await product.AddPersonAsync("a.reset", "hotline", "hotline");
        for (var i = 0; i < 5; i++)
            await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.reset", ["password"] = "wrong" });
        var admin = await product.AsAsync("a.admin");
        (await admin.GetAsync("/api/admin/people/a.reset")).Expect(200).Json["lockedUntil"].ShouldNotBeNull();
        var password = Read.Text((await admin.PostAsync("/api/admin/people/a.reset/password")).Expect(200).Json["password"]);
        (await person.GetAsync("/api/session")).ExpectProblem(401);
        (await (await product.SignInAsync("a.reset", password)).GetAsync("/api/session")).Expect(200);
    }

    [Fact]
    public async Task Password_Given_IsGoodForNothingButChoosingAnother()
    {
        var admin = await product.AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/people", AdministrationProduct.Person("a.given", "hotline", "hotline"))).Expect(200);
        var given = Read.Text((await admin.PostAsync("/api/admin/people/a.given/password")).Expect(200).Json["password"]);
        var opened = (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.given", ["password"] = given })).Expect(200).Json;
        opened["user"]!["mustChangePassword"]!.GetValue<bool>().ShouldBeTrue();
        var person = product.Site.WithToken(Read.Text(opened["accessToken"]));

        foreach (var route in (string[])["/api/tasks?scope=mine", "/api/complaints", "/api/clock", "/api/absences", "/elsa/api/workflow-definitions"])
            (await person.GetAsync(route)).ExpectProblem(403, "PASSWORD-CHANGE-REQUIRED");
        (await person.PostAsync("/api/complaints", Complaint.Sample("C01"))).ExpectProblem(403, "PASSWORD-CHANGE-REQUIRED");
        (await person.GetAsync("/api/session")).Expect(200).Json["mustChangePassword"]!.GetValue<bool>().ShouldBeTrue();
        var renewed = (await product.Site.Nobody.PostAsync("/api/session/refresh", new JsonObject { ["refreshToken"] = Read.Text(opened["refreshToken"]) })).Expect(200).Json;
        (await product.Site.WithToken(Read.Text(renewed["accessToken"])).GetAsync("/api/tasks")).ExpectProblem(403, "PASSWORD-CHANGE-REQUIRED");
        (await person.PostAsync("/api/session/password", new JsonObject { ["old"] = given, ["new"] = given })).ExpectProblem(400, null, "new");

        var own = await product.ChooseAsync(person, given);

        (await own.GetAsync("/api/tasks?scope=mine")).Expect(200);
        (await own.GetAsync("/api/session")).Expect(200).Json["mustChangePassword"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Person_SubstituteOfSomebodyAway_IsNotDeactivatedBeforeAnotherStandsIn()
    {
        await product.AddPersonAsync("a.stands", "hotline", "hotline");
        var away = await product.AddPersonAsync("a.away", "hotline", "hotline");
        var absence = new JsonObject { ["substitute"] = "a.stands", ["from"] = "2027-01-04T08:00:00+08:00", ["until"] = "2027-01-09T08:00:00+08:00" };
        var entered = (await away.PostAsync("/api/absences", absence)).Expect(200).Json;
        var admin = await product.AsAsync("a.admin");
        var leaves = AdministrationProduct.Person("a.stands", "hotline", "hotline");
        leaves["isActive"] = false;

        var refused = await admin.PostAsync("/api/admin/people/a.stands", leaves.DeepClone());

        refused.ExpectProblem(409, "SUBSTITUTE-NEEDED");
        refused.Text.ShouldContain("2027-01-09");
        (await admin.PostAsync($"/api/absences/{Read.Text(entered["id"])}/end")).Expect(200);
        (await admin.PostAsync("/api/admin/people/a.stands", leaves.DeepClone())).Expect(200);
        (await away.PostAsync("/api/absences", absence.DeepClone())).ExpectProblem(400, null, "substitute");
    }

    [Fact]
    public async Task Password_ResetUnderOneKeyTwice_AnswersWithTheOneThatHolds()
    {
        await product.AddPersonAsync("a.twice", "hotline", "hotline");
        var admin = await product.AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/people/a.twice/password", key: "twice-1")).Expect(200);
        var second = Read.Text((await admin.PostAsync("/api/admin/people/a.twice/password", key: "twice-1")).Expect(200).Json["password"]);
        await product.SignInAsync("a.twice", second);
    }

    [Fact]
    public async Task WrongPasswords_UnderOneKey_LockTheAccountAllTheSame()
    {
        await product.AddPersonAsync("a.locked", "hotline", "hotline");
        for (var i = 0; i < 5; i++)
            (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.locked", ["password"] = $"wrong-{i}" }, "one-key")).ExpectProblem(401, "SIGN-IN-FAILED");
        (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.locked", ["password"] = "wrong" }, "one-key")).ExpectProblem(401, "ACCOUNT-LOCKED");
    }

    [Fact]
    public async Task SignIns_AreInTheTrail()
    {
        await product.AddPersonAsync("a.signs", "hotline", "hotline");
        await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = "a.signs", ["password"] = "wrong" });
        var entries = await (await product.AsAsync("a.admin")).ListAsync("/api/admin/audit?actor=a.signs&action=session.");
        entries.Select(entry => Read.Text(entry["action"])).ShouldBe(["session.failed", "session.opened"], ignoreOrder: true);
    }

    [Fact]
    public async Task Sessions_Ended_MustSignInAgain()
    {
        var person = await product.AddPersonAsync("a.ended", "hotline", "hotline");
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/people/a.ended/end-sessions")).Expect(200);
        (await person.GetAsync("/api/session")).ExpectProblem(401);
    }

    [Fact]
    public async Task Person_OfAnotherOrganisation_IsNotFound()
    {
        var admin = await product.AsAsync("b.admin");
        (await admin.GetAsync("/api/admin/people/a.hotline")).ExpectProblem(404);
        (await admin.PostAsync("/api/admin/people/a.hotline/password")).ExpectProblem(404);
        (await admin.PostAsync("/api/admin/people/a.hotline/end-sessions")).ExpectProblem(404);
        (await admin.PostAsync("/api/admin/people/a.hotline", AdministrationProduct.Person("a.hotline", "operations", "hotline"))).ExpectProblem(404);
    }
}
