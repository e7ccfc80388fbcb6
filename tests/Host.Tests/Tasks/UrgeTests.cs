using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>催办 (F-033).</summary>
public sealed class UrgeTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task Urge_HeldTask_ReachesTheHolderOnceAndIsBlockedForHalfAnHour()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        await product.ClaimedAsync("a.quality", task);
        var hotline = await product.AsAsync("a.hotline");

        var urged = (await hotline.PostAsync(task + "/urge", TaskProduct.Because("客户又来电"))).Expect(200).Json;

        urged["reminders"]!.GetValue<int>().ShouldBe(1);
        var again = (await (await product.AsAsync("a.supervisor")).PostAsync(task + "/urge", TaskProduct.Because("再催"))).ExpectProblem(409, "TASK-REMINDED-RECENTLY");
        var possible = Read.Moment(urged["remindedAt"]).AddMinutes(30).ToOffset(TimeSpan.FromHours(8));
        Read.Text(again.Json["detail"]).ShouldContain(possible.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        var seen = await hotline.CaseAsync(number);
        TaskProduct.Recipients(seen, "reminder").ShouldBe(["a.quality"]);
        Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("客户又来电");

        await product.Site.AdvanceToAsync(possible);
        (await hotline.PostAsync(task + "/urge", TaskProduct.Because("又过半小时"))).Expect(200).Json["reminders"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Urge_UnclaimedTask_ReachesEverybodyWhoMayTakeIt()
    {
        var (number, task) = await product.TaskAsync("C01", "first-reply");
        (await (await product.AsAsync("a.supervisor")).PostAsync(task + "/urge", TaskProduct.Because("请尽快首次答复"))).Expect(200);
        TaskProduct.Recipients(await (await product.AsAsync("a.hotline")).CaseAsync(number), "reminder").ShouldBe(["a.hotline", "a.hotline2"]);
    }

    [Fact]
    public async Task Urge_WhatMayNotBe_IsRefused()
    {
        var (_, task) = await product.TaskAsync("C01", "take-sample");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/urge", TaskProduct.Because("自己"))).ExpectProblem(409, "TASK-REMINDER-TO-ONESELF");
        (await (await product.AsAsync("a.hotline")).PostAsync(task + "/urge", TaskProduct.Because(" "))).ExpectProblem(400, "TASK-REASON-REQUIRED", "reason");
        (await (await product.AsAsync("a.engineering")).PostAsync(task + "/urge", TaskProduct.Because("无关"))).ExpectProblem(404);
        (await (await product.AsAsync("b.hotline")).PostAsync(task + "/urge", TaskProduct.Because("无关"))).ExpectProblem(404);
    }
}
