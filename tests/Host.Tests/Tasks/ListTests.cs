using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>What the inbox asks of the lists: filters, counts, saved filters.</summary>
public sealed class ListTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task List_Filtered_GivesWhatMatches()
    {
        var (number, _) = await product.TaskAsync("C01", "first-reply");
        var (other, _) = await product.TaskAsync("C02", "department-handling");
        var hotline = await product.AsAsync("a.hotline");

        (await Numbers(hotline, $"text={number[^4..]}&step=first-reply")).ShouldBe([number]);
        var row = (await hotline.ListAsync($"/api/tasks?scope=started&text={other}&category=meter-data"))[0];
        (Read.Text(row["complaint"]), Read.Text(row["categoryName"]).Length > 0).ShouldBe((other, true));
        (await Numbers(hotline, $"text={number}&category=meter-data")).ShouldBeEmpty();
        (await Numbers(hotline, $"text={number}&urgency=overdue")).ShouldBeEmpty();
        await product.Site.AdvanceToAsync((await product.Site.NowAsync()).AddDays(9));
        (await hotline.ListAsync($"/api/tasks?scope=started&text={number}&urgency=overdue")).ShouldNotBeEmpty();
        (await hotline.GetAsync("/api/tasks?urgency=late")).ExpectProblem(400, null, "urgency");
        (await hotline.GetAsync("/api/tasks?order=size")).ExpectProblem(400, null, "order");
    }

    [Fact]
    public async Task Counts_AgreeWithTheLists()
    {
        var (_, task) = await product.TaskAsync("C01", "first-reply");
        await product.ClaimedAsync("a.hotline2", task);
        foreach (var user in (string[])["a.hotline", "a.hotline2", "a.supervisor", "a.quality", "b.hotline", "b.director"])
        {
            var client = await product.AsAsync(user);
            var counts = (await client.GetAsync("/api/tasks/counts")).Expect(200).Json;
            foreach (var scope in (string[])["mine", "available", "started", "copied", "done"])
                counts[scope]!.GetValue<int>().ShouldBe((await client.GetAsync($"/api/tasks?scope={scope}&pageSize=1")).Expect(200).Json["totalCount"]!.GetValue<int>(), $"{user} {scope}");
        }
    }

    [Fact]
    public async Task Started_DisciplineCaseHandedOver_TellsItsRegistrarNothing()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var number = Read.Text(registered["number"]);
        var review = TaskProduct.PathOf(Read.Tasks(registered, "review", "open").ShouldHaveSingleItem());
        var hotline = await product.ClaimedAsync("b.hotline", review);
        var task = (await hotline.GetAsync(review)).Expect(200).Json;
        (await hotline.PostAsync(review + "/complete", FormFiller.Submission(task, "Accepted", new Dictionary<string, string>()))).Expect(200);
        Read.Items((await hotline.CaseAsync(number))["tasks"]).ShouldBeEmpty();

        foreach (var row in await hotline.ListAsync("/api/tasks?scope=started&complaint=" + number))
        {
            (Read.Text(row["title"]), Read.Text(row["step"]), row["assignee"]?.GetValue<string>(), row["category"]?.GetValue<string>()).ShouldBe(("办理中", "", null, null));
            row["readable"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Filter_Saved_IsThereAfterSigningInAgain()
    {
        var office = await product.AsAsync("a.office");
        var saved = (await office.PostAsync("/api/tasks/filters", Filter("超期的", "scope=mine&urgency=overdue"))).Expect(200).Json;
        (await office.PostAsync("/api/tasks/filters", Filter("超期的", "scope=available&urgency=overdue"))).Expect(200);
        var again = new JsonObject { ["userName"] = "a.office", ["password"] = Site.Password };
        var token = Read.Text((await product.Site.Nobody.PostAsync("/api/session", again)).Expect(200).Json["accessToken"]);

        var kept = Read.Items((await product.Site.WithToken(token).GetAsync("/api/tasks/filters")).Expect(200).Json["items"]).ShouldHaveSingleItem();

        (Read.Text(kept["id"]), Read.Text(kept["query"])).ShouldBe((Read.Text(saved["id"]), "scope=available&urgency=overdue"));
        (await (await product.AsAsync("a.it")).PostAsync($"/api/tasks/filters/{Read.Text(kept["id"])}/delete")).ExpectProblem(404);
        (await office.PostAsync($"/api/tasks/filters/{Read.Text(kept["id"])}/delete")).Expect(200);
        Read.Items((await office.GetAsync("/api/tasks/filters")).Expect(200).Json["items"]).ShouldBeEmpty();
        (await office.PostAsync("/api/tasks/filters", Filter(" ", "scope=mine"))).ExpectProblem(400, null, "name");
    }

    private static JsonObject Filter(string name, string query) => new() { ["name"] = name, ["query"] = query };

    private static async Task<IReadOnlyList<string>> Numbers(ApiClient client, string query) =>
        [.. (await client.ListAsync("/api/tasks?scope=available&" + query)).Select(row => Read.Text(row["complaint"])).Distinct()];
}
