using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tests.Organisation;

public sealed class OrganisationDirectoryTests
{
    private static readonly RecipientContext _night = new(new(2026, 10, 3, 23, 40, 0, TimeSpan.FromHours(8)), null, "meter");

    [Theory]
    [InlineData("a.network.manager", "user:a.network.manager,dept:network,role:network-manager,head:network")]
    [InlineData("a.manager", "user:a.manager,dept:customer-service,role:manager,head:customer-service,leader:meter")]
    [InlineData("b.leader", "user:b.leader,dept:board,role:unit-leader,leader:unit1,leader:unit2")]
    public void KeysOf_Member_HoldsEverything(string userName, string keys) =>
        Packs.KeysOf(userName).ShouldBe(keys.Split(','), ignoreOrder: true);

    [Fact]
    public void Unknown_UserOrDepartment_IsEmpty()
    {
        Packs.A.KeysOf("b.hotline").ShouldBeEmpty();
        Packs.A.Staff("b.hotline").ShouldBeNull();
        Packs.A.Department("unit1").ShouldBeNull();
        Packs.A.DisplayName("a.gone").ShouldBe("a.gone");
        Packs.A.OnDuty("none", _night.At).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("holder", "a.meter")]
    [InlineData("head", "a.meter")]
    [InlineData("leader", "a.manager")]
    [InlineData("role:hotline", "a.hotline,a.hotline2")]
    [InlineData("dept:network", "a.network,a.network.manager")]
    [InlineData("head:network", "a.network.manager")]
    [InlineData("user:a.it", "a.it")]
    [InlineData("user:nobody", "")]
    [InlineData("role:unknown", "")]
    [InlineData("nonsense", "")]
    public void Resolve_Token_NamesItsPeople(string token, string people) =>
        string.Join(',', Packs.A.Resolve(token, _night)).ShouldBe(people);

    [Fact]
    public void Resolve_HolderAndDuty_DependOnTheMoment()
    {
        Packs.A.Resolve("holder", _night with { Holder = "a.hotline2" }).ShouldBe(["a.hotline2"]);
        var before = Packs.A.Resolve("duty:hotline", _night).ShouldHaveSingleItem();
        var after = Packs.A.Resolve("duty:hotline", _night with { At = _night.At.AddHours(1) }).ShouldHaveSingleItem();
        after.ShouldNotBe(before);
    }

    [Fact]
    public void Resolve_HeadWhoIsShutOut_MeansTheLeaderInstead()
    {
        var accused = new RecipientContext(_night.At, Department: "unit1") { ShutOut = ["b.unit1"] };

        Packs.B.Resolve("head", accused).ShouldBe(["b.leader"]);
        Packs.B.Resolve("holder", accused).ShouldBe(["b.leader"]);
        Packs.B.Resolve("head", accused with { Department = "unit2" }).ShouldBe(["b.unit2"]);
    }

    [Fact]
    public void Resolve_WithoutDepartment_IsEmpty()
    {
        var nowhere = _night with { Department = null };

        Packs.A.Resolve("head", nowhere).ShouldBeEmpty();
        Packs.A.Resolve("leader", nowhere).ShouldBeEmpty();
        Packs.A.Resolve("holder", nowhere).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("holder", true)]
    [InlineData("duty:hotline", true)]
    [InlineData("duty:none", false)]
    [InlineData("role:supervisor", true)]
    [InlineData("role:chairman", false)]
    [InlineData("head:meter", true)]
    [InlineData("user:a.it", true)]
    [InlineData("user:b.hotline", false)]
    [InlineData("team:a", false)]
    [InlineData("role:", false)]
    public void Knows_Token_TellsForPublishing(string token, bool known) => Packs.A.Knows(token).ShouldBe(known);

    [Fact]
    public void Candidates_ExcludedHead_GivesWayToTheLeader()
    {
        Packs.B.Candidates(["head:unit1", "role:hotline"], ["b.unit1"]).ShouldBe(["leader:unit1", "role:hotline"]);
        Packs.B.Candidates(["head:unit1"], ["b.unit2"]).ShouldBe(["head:unit1"]);
        Packs.B.UsersWith("leader:unit1").ShouldBe(["b.leader"]);
    }

    [Theory]
    [InlineData("管网部", "network")]
    [InlineData(" 管 网 部 ", "network")]
    [InlineData("温泉客服分部", "customer-service")]
    [InlineData("温泉分部", "customer-service")]
    [InlineData("客服分部", "customer-service")]
    [InlineData("行政管理部", "office")]
    [InlineData("没有的部门", null)]
    public void FindDepartment_SpellingOfA_IsFound(string spelling, string? code) =>
        (Packs.A.FindDepartment(spelling)?.Code).ShouldBe(code);

    [Theory]
    [InlineData("客服分部副经理", "deputy")]
    [InlineData("温泉分部副经理", "deputy")]
    [InlineData("温泉客服分部副经理", "deputy")]
    [InlineData("当班热线（服务）受理员", "hotline")]
    [InlineData("受理主管", "supervisor")]
    public void FindRole_SpellingOfA_IsFound(string spelling, string code) => Packs.A.FindRole(spelling).ShouldBe(code);

    [Theory]
    [InlineData("GlS维修系统", "gis")]
    [InlineData("GIS维修系统", "gis")]
    [InlineData("汇尼收费系统", "huini")]
    [InlineData("热线、窗受理客户回访登记表", "follow-up-register")]
    public void FindTerm_SpellingOfA_IsFound(string spelling, string code) => Packs.A.FindTerm(spelling).ShouldBe(code);

    [Theory]
    [InlineData("纪检监察室", "discipline")]
    [InlineData("集团纪检检察室", "discipline")]
    [InlineData("检察室", "discipline")]
    public void FindDepartment_SpellingOfB_IsFound(string spelling, string code) =>
        Packs.B.FindDepartment(spelling)!.Code.ShouldBe(code);

    [Fact]
    public void FindChannel_OldNames_AreFound()
    {
        Packs.A.FindChannel("住建委").ShouldBe("authority");
        Packs.A.FindChannel("主管部门").ShouldBe("authority");
        Packs.B.FindRole("纪检监察室主任").ShouldBe("discipline-director");
    }

    [Fact]
    public void Options_UnknownPicker_SaysWhichThereAre() =>
        Should.Throw<InvalidOrganisationException>(() => Packs.A.Options("$teams")).Message.ShouldContain("$units");
}
