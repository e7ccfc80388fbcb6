using Bpm.Workflows.Http;

namespace Bpm.Workflows.Tests.Http;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("hello-world", "hello-world", "")]
    [InlineData("/Hello-World/", "hello-world", "")]
    [InlineData("orders/{id}", "orders/17", "id=17")]
    [InlineData("orders/{id}", "ORDERS/A-17", "id=A-17")]
    [InlineData("orders/{id:int}/lines/{line}", "orders/17/lines/2", "id=17 line=2")]
    [InlineData("orders/{id?}", "orders", "")]
    [InlineData("orders/{id=new}", "orders", "id=new")]
    [InlineData("files/{*rest}", "files/a/b/c", "rest=a/b/c")]
    [InlineData("files/{**rest}", "files", "")]
    [InlineData("{any}", "订单", "any=订单")]
    public void Template_PathOfItsShape_IsFoundAndRead(string template, string path, string values)
    {
        var route = RouteTemplate.Parse(template);

        RouteTemplate.ShapesOf(path).Intersect(route.Shapes).ShouldNotBeEmpty();
        string.Join(' ', route.Read(path).Select(v => $"{v.Key}={v.Value}")).ShouldBe(values);
    }

    [Theory]
    [InlineData("orders/{id}", "orders")]
    [InlineData("orders/{id}", "orders/17/lines")]
    [InlineData("orders/{id}", "customers/17")]
    [InlineData("hello-world", "hello-worlds")]
    [InlineData("hello-world", "hello-world/x")]
    public void Template_OtherPath_IsNotFound(string template, string path) =>
        RouteTemplate.ShapesOf(path).Intersect(RouteTemplate.Parse(template).Shapes).ShouldBeEmpty();

    [Fact]
    public void Shapes_OfAPath_BeginWithTheLiteralOne() =>
        RouteTemplate.ShapesOf("Orders/17").ShouldBe(["orders/17", "orders/{}", "orders/{*}", "{}/17", "{}/{}", "{}/{*}", "{*}"]);

    [Theory]
    [InlineData("", "为空")]
    [InlineData("/", "为空")]
    [InlineData("a//b", "连续的斜杠")]
    [InlineData("file-{name}", "独占一段")]
    [InlineData("a/{}", "没有参数名")]
    [InlineData("{*rest}/a", "最后")]
    [InlineData("{a?}/b", "可选参数")]
    [InlineData("{a}/{A}", "重复")]
    [InlineData("a?b=1", "查询参数")]
    [InlineData("1/2/3/4/5/6/7/8/{id}", "前 8 段")]
    public void Template_ThatCannotBeUsed_IsRefusedWithItsReason(string template, string reason) =>
        Should.Throw<FormatException>(() => RouteTemplate.Parse(template)).Message.ShouldContain(reason);
}
