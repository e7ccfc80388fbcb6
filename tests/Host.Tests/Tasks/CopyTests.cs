using System.Text.Json.Nodes;

namespace Bpm.Host.Tests.Tasks;

/// <summary>抄送 (F-033).</summary>
public sealed class CopyTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task Copy_OpenCase_StandsInTheListAndCanBeRead()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        var tech = await product.AsAsync("a.tech");
        (await tech.GetAsync(task)).ExpectProblem(404);

        (await (await product.AsAsync("a.hotline")).PostAsync(task + "/copy", To("a.tech", "a.office"))).Expect(200);
        (await (await product.AsAsync("a.hotline")).PostAsync(task + "/copy", To("a.tech"))).Expect(200);

        TaskProduct.PathOf((await product.ListAsync("a.tech", "copied", number)).ShouldHaveSingleItem()).ShouldBe(task);
        (await tech.GetAsync(task)).Expect(200);
        TaskProduct.Recipients(await (await product.AsAsync("a.hotline")).CaseAsync(number), "copy").ShouldBe(["a.office", "a.tech"]);
    }

    [Fact]
    public async Task Copy_ToWhomItMayNotGo_IsRefusedAndNobodyGetsIt()
    {
        var (number, task) = await product.TaskAsync("C13", "review");
        var director = await product.AsAsync("b.hotline");
        (await director.PostAsync(task + "/copy", To("b.hotline", "b.unit1"))).ExpectProblem(403, "TASK-COPY-NOT-READABLE", "to");
        (await director.PostAsync(task + "/copy", To("a.hotline"))).ExpectProblem(400, "TASK-RECIPIENT-UNKNOWN", "to");
        (await director.PostAsync(task + "/copy", To())).ExpectProblem(400, "TASK-COPY-COUNT", "to");
        (await product.ListAsync("b.unit1", "copied", number)).ShouldBeEmpty();
        (await product.ListAsync("b.hotline", "copied", number)).ShouldBeEmpty();
    }

    private static JsonObject To(params string[] users) => new() { ["to"] = new JsonArray([.. users.Select(user => JsonValue.Create(user))]) };
}
