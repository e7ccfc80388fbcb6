using System.Text;
using System.Text.Json.Nodes;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Tests.Organisation;

public sealed class OrganisationFileTests
{
    [Fact]
    public void Packs_Users_AreThoseOfTheContract()
    {
        Packs.A.People.Select(p => p.UserName).ShouldBe(
            [
                "a.hotline", "a.hotline2", "a.supervisor", "a.deputy", "a.manager", "a.meter", "a.network", "a.network.manager",
                "a.quality", "a.engineering", "a.inspection", "a.office", "a.it", "a.tech", "a.process", "a.admin",
            ],
            ignoreOrder: true);
        Packs.B.People.Select(p => p.UserName).ShouldBe(
            [
                "b.hotline", "b.dispatcher", "b.manager", "b.unit1", "b.unit2", "b.leader", "b.discipline", "b.director",
                "b.chairman", "b.process", "b.admin",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Packs_EveryRole_HasSomebody()
    {
        foreach (var directory in (OrganisationDirectory[])[Packs.A, Packs.B])
            directory.Profile.Roles.Keys.ShouldAllBe(role => directory.UsersWith(Keys.Role(role)).Count > 0);
    }

    [Fact]
    public void Packs_EveryCategory_IsThere()
    {
        Packs.A.Profile.Categories.Keys.ShouldBe(
            ["billing", "meter-data", "supply", "pipe-repair", "water-quality", "installation", "violation", "system-fault", "other"]);
        Packs.B.Profile.Categories.Keys.ShouldBe(["product-quality", "discipline"]);
    }

    [Fact]
    public void Packs_PushSystem_IsGisForTheNetworkOnly()
    {
        Packs.A.Departments.Where(d => d.HandlesCases && d.Code != "network").ShouldAllBe(d => d.PushSystem == "huini");
        Packs.A.Department("network")!.PushSystem.ShouldBe("gis");
        Packs.B.Departments.ShouldAllBe(d => d.PushSystem == null);
    }

    [Theory]
    [InlineData("xx-water")]
    [InlineData("liaocheng-water")]
    public void Packs_RecipientsOfEveryRule_AreKnown(string pack)
    {
        var directory = pack == "xx-water" ? Packs.A : Packs.B;
        var rules = RuleSet.Parse(Encoding.UTF8.GetString(Packs.Bytes(pack, "rules.json")));

        rules.Rules.SelectMany(rule => rule.Rungs).SelectMany(rung => rung.Recipients).Distinct()
            .Where(token => !directory.Knows(token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("complaint", "hotline", "water-quality", "")]
    [InlineData("complaint", "wechat", "meter-data", "")]
    [InlineData("complaint", "hotline", "installation", "")]
    [InlineData("complaint", "hotline", "pipe-repair", "zone=urban,pipeDiameter=500")]
    [InlineData("complaint", "hotline", "pipe-repair", "zone=suburban,pipeDiameter=600")]
    [InlineData("complaint", "hotline", "pipe-repair", "zone=urban,pipeDiameter=800")]
    [InlineData("complaint", "wechat", "supply", "issue=pressure")]
    [InlineData("complaint", "hotline", "violation", "")]
    [InlineData("consultation", "wechat", "billing", "")]
    [InlineData("complaint", "mayor-mailbox", "supply", "issue=no-water")]
    [InlineData("fault", "counter", "system-fault", "system=gis")]
    [InlineData("complaint", "hotline", "product-quality", "")]
    [InlineData("complaint", "mayor-hotline", "discipline", "")]
    [InlineData("complaint", "oral", "product-quality", "")]
    public void Packs_SampleComplaint_CanBeRegistered(string kind, string channel, string category, string attributes)
    {
        var profile = (Packs.A.Profile.Categories.ContainsKey(category) ? Packs.A : Packs.B).Profile;
        var registration = Sample.OfB with
        {
            Kind = kind,
            Channel = channel,
            Category = category,
            Attributes = attributes.Split(',', StringSplitOptions.RemoveEmptyEntries).ToDictionary(a => a.Split('=')[0], a => a.Split('=')[1]),
        };

        Case.Register(registration, profile, Sample.Stamp).Value.Category.ShouldBe(category);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "/departments/0/head", "\"a.nobody\"", "a.nobody" },
        { "/departments/1/parent", "\"none\"", "none" },
        { "/departments/2/pushSystem", "\"sap\"", "sap" },
        { "/users/0/department", "\"none\"", "none" },
        { "/users/0/roles/0", "\"king\"", "king" },
        { "/users/1/userName", "\"a.hotline\"", "出现两次" },
        { "/rosters/0/rotation/0/0", "\"a.nobody\"", "a.nobody" },
        { "/rosters/0/rotation/0", "[]", "without anybody" },
        { "/categories/0/kinds/0", "\"praise\"", "praise" },
        { "/categories/1/department", "\"none\"", "none" },
        { "/categories/0/level", "\"restricted\"", "restricted" },
        { "/categories/0/required/0", "\"weather\"", "weather" },
        { "/categories/2/attributes/issue/type", "\"colour\"", "colour" },
        { "/access/open/readers/0", "\"role:king\"", "king" },
        { "/access/open/readers/0", "\"king\"", "king" },
        { "/access/open/participants", "\"friends\"", "friends" },
        { "/zone", "\"Mars/Olympus\"", "Mars" },
        { "/channels/0/colour", "\"red\"", "colour" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_PlantedFault_IsRefusedNamingIt(string path, string value, string part)
    {
        var file = JsonNode.Parse(Packs.Bytes("xx-water", "organisation.json"))!;
        Plant(file, path, JsonNode.Parse(value));

        Should.Throw<InvalidOrganisationException>(() => OrganisationFile.Parse(Encoding.UTF8.GetBytes(file.ToJsonString())))
            .Message.ShouldContain(part);
    }

    [Fact]
    public void Parse_NotJson_IsRefused() =>
        Should.Throw<InvalidOrganisationException>(() => OrganisationFile.Parse("{"u8.ToArray())).Message.ShouldContain("无法读取");

    [Fact]
    public void Parse_Levels_AreReadPerCategory()
    {
        Packs.B.Profile.Categories["discipline"].Level.ShouldBe(Confidentiality.Strict);
        Packs.B.Profile.Access[Confidentiality.Strict].Participants.ShouldBe(Participation.ActiveTasks);
        Packs.B.Profile.Access[Confidentiality.Restricted].Participants.ShouldBe(Participation.AllTasks);
        Packs.A.Profile.Channels["media"].IsLetter.ShouldBeTrue();
        Packs.A.Profile.Channels["wechat"].IsLetter.ShouldBeFalse();
    }

    private static void Plant(JsonNode file, string path, JsonNode? value)
    {
        var parts = path.Split('/')[1..];
        var node = file;
        foreach (var part in parts[..^1])
            node = (int.TryParse(part, out var index) ? node[index] : node[part])!;
        if (int.TryParse(parts[^1], out var last))
            node[last] = value;
        else
            node[parts[^1]] = value;
    }
}
