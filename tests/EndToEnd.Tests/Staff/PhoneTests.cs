using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>A crew with a telephone where the line is bad, and after work when it writes down what it did.</summary>
[Collection(OfficeCollection.Name)]
public sealed class PhoneTests(Office office)
{
    [Fact]
    public async Task Repair_SentWithoutALine_KeepsItsFormAndPhotoAndIsSentOnce()
    {
        var number = await office.RegisterAsync("a.hotline", """{"category":"pipe-repair","attributes":{"zone":"urban","pipeDiameter":300}}""");
        await using var profile = await office.NewProfileAsync(375, 812);
        await using var crew = await Desk.InAsync(profile, office, "a.network");
        await crew.DoAsync(number, "赶到现场", "已到达现场");
        await crew.TakeAsync(number, "抢修管道");
        await crew.WriteAsync("维修情况", "更换一段管道，已通水");
        await crew.Main.GetByLabel("添加现场照片").SetInputFilesAsync(Picture.Of("漏点.png"));
        await Assertions.Expect(crew.Main.GetByText("漏点.png")).ToBeVisibleAsync();
        await profile.SetOfflineAsync(true);

        for (var press = 0; press < 3; press++)
        {
            await crew.Outcomes.GetByRole(AriaRole.Button, new() { Name = "已修复" }).TapAsync();
            await Assertions.Expect(crew.Page.GetByText("网络中断，内容没有送出")).ToBeVisibleAsync();
        }

        await Assertions.Expect(crew.Main.GetByLabel("维修情况")).ToHaveValueAsync("更换一段管道，已通水");
        (await crew.Page.EvaluateAsync<bool>("() => Object.keys(sessionStorage).some(key => key.includes('task-') && sessionStorage[key].includes('已通水'))")).ShouldBeTrue();
        await profile.SetOfflineAsync(false);
        await crew.Outcomes.GetByRole(AriaRole.Button, new() { Name = "已修复" }).DblClickAsync();
        await Assertions.Expect(crew.Notice).ToContainTextAsync("已办结：已修复");

        await crew.Page.GotoAsync($"/cases/{number}");
        var files = crew.Main.GetByRole(AriaRole.Region, new() { Name = "附件" });
        await Assertions.Expect(files.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        var picture = files.Locator("img");
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        (await picture.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(8);
    }

    [Fact]
    public async Task Arrival_RecordedAfterwards_CountsFromWhenItWasAndSaysWhoConfirms()
    {
        var number = await office.RegisterAsync("a.hotline", """{"category":"pipe-repair","attributes":{"zone":"urban","pipeDiameter":300}}""");
        await office.AdvanceAsync("PT3H");
        var when = (await office.Host.Site.NowAsync()).ToOffset(TimeSpan.FromHours(8)).AddHours(-2).AddMinutes(-45);
        await using var crew = await Desk.OnPhoneAsync(office, "a.network");
        await crew.TakeAsync(number, "赶到现场");
        await crew.Main.GetByLabel("实际到达时间").FillAsync(when.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await crew.WriteAsync("现场情况", "路面冒水，已围挡");
        await crew.Outcomes.GetByRole(AriaRole.Button, new() { Name = "已到达现场" }).TapAsync();
        await Assertions.Expect(crew.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await crew.WriteAsync("备注（说明与理由）", "现场没有信号，回来后补录");
        await crew.Outcomes.GetByRole(AriaRole.Button, new() { Name = "已到达现场" }).TapAsync();
        await Assertions.Expect(crew.Notice).ToContainTextAsync("已办结：已到达现场");

        await using var supervisor = await Desk.OfAsync(office, "a.supervisor");
        await supervisor.TakeAsync(number, "核对实际时间");
        await supervisor.EndAsync("属实，按实际时间");
        await supervisor.Page.GotoAsync($"/cases/{number}");
        await Assertions.Expect(supervisor.Main).ToContainTextAsync(when.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
