using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.SignIn;

[Collection(DesignersCollection.Name)]
public sealed class SignInTests(Designers designers)
{
    [Fact]
    public async Task Page_OfAStranger_IsShownAfterSigningIn()
    {
        await using var tab = await designers.OpenFreshAsync();
        await tab.Page.GotoAsync("/studio/instances");
        await tab.SignInAsync("a.process");
        tab.Page.Url.ShouldEndWith("/studio/instances");
        (await tab.Page.Locator(".bpm-subnav [aria-current=page]").TextContentAsync()).ShouldBe("流程实例");
        await tab.Page.GetByText("马超").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/sign-in");
        await tab.Page.GotoAsync("/studio/instances");
        tab.Page.Url.ShouldContain("/sign-in?return=");
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(375, 812)]
    public async Task OwnPages_AreReachableForEverybody_AndFitTheWindow(int width, int height)
    {
        await using var tab = await designers.OpenFreshAsync(width, height);
        await tab.Page.GotoAsync("/sign-in?expired=true");
        await ShouldFitAsync(tab);
        await tab.Page.GetByLabel("用户名").FillAsync("a.hotline");
        await tab.Page.GetByLabel("密码").FillAsync("falsch");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await ShouldFitAsync(tab);
        await tab.SignInAsync("a.hotline");
        await ShouldFitAsync(tab);
        await tab.Page.GotoAsync("/studio/definitions");
        (await tab.Page.GetByRole(AriaRole.Heading).TextContentAsync()).ShouldBe("没有权限");
        await tab.Page.GetByText("李梅").ClickAsync();
        await ShouldFitAsync(tab);
        await tab.Page.GotoAsync("/nowhere");
        (await tab.Page.GetByRole(AriaRole.Heading).TextContentAsync()).ShouldBe("没有找到这个页面");
        await ShouldFitAsync(tab);
    }

    private static async Task ShouldFitAsync(BrowserPage tab)
    {
        (await tab.BarriersAsync()).ShouldBeEmpty();
        (await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }
}
