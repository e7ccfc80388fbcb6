using Bpm.Domain.Complaints;

namespace Bpm.Domain.Tests.Complaints;

public sealed class RegistrationTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Register_CompleteRegistration_MakesOpenCase()
    {
        var customer = new Customer(" 刘洋 ", "13800000000", "东湖路1号", "10322", false);

        var made = Case.Register(Sample.OfB with { Customer = customer, Suggestion = "加强管理" }, Packs.B.Profile, Sample.Stamp).Value;

        made.Number.ShouldBe("LC20260924-0001");
        made.Organisation.ShouldBe("liaocheng-water");
        made.Status.ShouldBe(CaseStatus.Open);
        made.Kind.ShouldBe(ComplaintKind.Complaint);
        made.ReceivedAt.ShouldBe(_now);
        made.RegisteredAt.ShouldBe(_now);
        made.RegisteredBy.ShouldBe("b.hotline");
        made.DefinitionId.ShouldBe("liaocheng-water-product-quality");
        made.Details.Value.ShouldBe(new(customer with { Name = "刘洋" }, "安装公司", "接口渗水", "维修", "加强管理"));
        made.BackdatingReason.ShouldBeNull();
    }

    [Theory]
    [InlineData("water-quality", Confidentiality.Open, false)]
    [InlineData("product-quality", Confidentiality.Restricted, true)]
    [InlineData("discipline", Confidentiality.Strict, true)]
    public void Register_Category_DecidesLevelAndSeal(string category, Confidentiality level, bool isSealed)
    {
        var made = category == "water-quality" ? Sample.CaseA() : Sample.CaseB(category);

        made.Level.ShouldBe(level);
        made.Details.Sealed.ShouldBe(isSealed);
    }

    [Theory]
    [InlineData("A", null, null)]
    [InlineData("A", "", "")]
    [InlineData("B", null, null)]
    public void Register_AnonymousWithoutNameAndPhone_IsAccepted(string organisation, string? name, string? phone)
    {
        var customer = new Customer(name, phone, null, null, true);
        var registration = (organisation == "A" ? Sample.OfA : Sample.OfB) with { Customer = customer };

        var made = Case.Register(registration, organisation == "A" ? Packs.A.Profile : Packs.B.Profile, Sample.Stamp).Value;

        made.Details.Value.Customer.ShouldBe(new(null, null, null, null, true));
    }

    [Fact]
    public void Register_A_TargetAndDemandMayBeMissing() =>
        Case.Register(Sample.OfA with { Demand = "" }, Packs.A.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();

    public static TheoryData<string, string> MissingFieldsOfB => new()
    {
        { "target", " " }, { "content", "" }, { "demand", "\t" },
    };

    [Theory]
    [MemberData(nameof(MissingFieldsOfB))]
    public void Register_BWithoutRequiredField_IsRefusedNamingIt(string field, string blank)
    {
        var registration = field switch
        {
            "target" => Sample.OfB with { Target = blank },
            "content" => Sample.OfB with { Content = blank },
            _ => Sample.OfB with { Demand = blank },
        };

        Refuse(registration, "COMPLAINT-FIELD-REQUIRED", field);
    }

    [Fact]
    public void Register_SeveralProblems_NamesEveryField()
    {
        var refusal = Case.Register(
            new("nonsense", "fax", "gossip", null, null, null, null, null, null, null, null), Packs.B.Profile, Sample.Stamp).Refusal;

        refusal!.Errors.Keys.ShouldBe(["kind", "channel", "category"], ignoreOrder: true);
        refusal.Code.ShouldBe("COMPLAINT-KIND-UNKNOWN");
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
    }

    [Theory]
    [InlineData("wechat")]
    [InlineData("hotline")]
    [InlineData("counter")]
    [InlineData("mayor-mailbox")]
    [InlineData("authority")]
    [InlineData("media")]
    [InlineData("web-post")]
    public void Register_ChannelOfA_IsAccepted(string channel) =>
        Case.Register(Sample.OfA with { Channel = channel }, Packs.A.Profile, Sample.Stamp).Value.Channel.ShouldBe(channel);

    [Theory]
    [InlineData("mayor-hotline")]
    [InlineData("construction-hotline")]
    [InlineData("written")]
    [InlineData("oral")]
    [InlineData("forwarded")]
    public void Register_ChannelOfBOnly_IsRefusedInA(string channel)
    {
        Case.Register(Sample.OfB with { Channel = channel }, Packs.B.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();
        Refuse(Sample.OfA with { Channel = channel }, "COMPLAINT-CHANNEL-UNKNOWN", "channel", inA: true);
    }

    [Theory]
    [InlineData("billing", "consultation", true)]
    [InlineData("billing", "complaint", true)]
    [InlineData("billing", "fault", false)]
    [InlineData("installation", "consultation", true)]
    [InlineData("other", "consultation", true)]
    [InlineData("water-quality", "consultation", false)]
    [InlineData("water-quality", "complaint", true)]
    [InlineData("system-fault", "fault", true)]
    [InlineData("system-fault", "complaint", false)]
    [InlineData("violation", "complaint", true)]
    public void Register_KindAndCategory_MustFit(string category, string kind, bool fits)
    {
        var registration = Sample.OfA with
        {
            Category = category,
            Kind = kind,
            Attributes = category == "system-fault" ? new Dictionary<string, string> { ["system"] = "gis" } : null,
        };

        if (fits)
            Case.Register(registration, Packs.A.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();
        else
            Refuse(registration, "COMPLAINT-KIND-NOT-ALLOWED", "kind", inA: true);
    }

    [Theory]
    [InlineData("consultation")]
    [InlineData("fault")]
    public void Register_BWithOtherKindThanComplaint_IsRefused(string kind) =>
        Refuse(Sample.OfB with { Kind = kind }, "COMPLAINT-KIND-NOT-ALLOWED", "kind");

    [Theory]
    [InlineData("pipeDiameter", "600", null)]
    [InlineData("pipeDiameter", "0", "COMPLAINT-ATTRIBUTE-INVALID")]
    [InlineData("pipeDiameter", "5001", "COMPLAINT-ATTRIBUTE-INVALID")]
    [InlineData("pipeDiameter", "6.5", "COMPLAINT-ATTRIBUTE-INVALID")]
    [InlineData("pipeDiameter", "大", "COMPLAINT-ATTRIBUTE-INVALID")]
    [InlineData("pipeDiameter", "", null)]
    [InlineData("zone", "urban", null)]
    [InlineData("zone", "rural", "COMPLAINT-ATTRIBUTE-INVALID")]
    [InlineData("colour", "red", "COMPLAINT-ATTRIBUTE-UNKNOWN")]
    public void Register_Attribute_IsChecked(string name, string value, string? code)
    {
        var registration = Sample.OfA with { Category = "pipe-repair", Attributes = new Dictionary<string, string> { [name] = value } };

        if (code is null)
            Case.Register(registration, Packs.A.Profile, Sample.Stamp).Value.Attributes.ContainsKey(name).ShouldBe(value.Length > 0);
        else
            Refuse(registration, code, "attributes." + name, inA: true);
    }

    [Fact]
    public void Register_RequiredAttributeMissing_IsRefused() =>
        Refuse(Sample.OfA with { Category = "supply" }, "COMPLAINT-FIELD-REQUIRED", "attributes.issue", inA: true);

    [Theory]
    [InlineData(0, null, null, null)]
    [InlineData(-59, null, null, null)]
    [InlineData(1, null, "COMPLAINT-RECEIVED-IN-FUTURE", "receivedAt")]
    [InlineData(1, "来电时系统故障", "COMPLAINT-RECEIVED-IN-FUTURE", "receivedAt")]
    [InlineData(-60, null, "COMPLAINT-BACKDATING-REASON", "backdatingReason")]
    [InlineData(-60, " ", "COMPLAINT-BACKDATING-REASON", "backdatingReason")]
    [InlineData(-60, "来电时系统故障", null, null)]
    public void Register_ReceivedAt_IsNeverInFutureAndNeedsReasonInPast(int seconds, string? reason, string? code, string? field)
    {
        var receivedAt = _now.AddSeconds(seconds);
        var registration = Sample.OfB with { ReceivedAt = receivedAt, BackdatingReason = reason };

        if (code is null)
            Case.Register(registration, Packs.B.Profile, Sample.Stamp).Value.ReceivedAt.ShouldBe(receivedAt);
        else
            Refuse(registration, code, field!);
    }

    [Theory]
    [InlineData("2023-04-15T23:59:59+08:00", true)]
    [InlineData("2023-04-15T16:00:00+00:00", false)]
    [InlineData("2023-04-16T00:00:00+08:00", false)]
    public void Register_ReceivedBeforeRules_IsRefused(string receivedAt, bool refused)
    {
        var registration = Sample.OfB with { ReceivedAt = DateTimeOffset.Parse(receivedAt, null), BackdatingReason = "补登" };

        if (refused)
            Refuse(registration, "COMPLAINT-RECEIVED-BEFORE-RULES", "receivedAt");
        else
            Case.Register(registration, Packs.B.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Register_LongTexts_AreRefusedOneCharacterTooLate()
    {
        Case.Register(Sample.OfB with { Content = new('水', 20_000) }, Packs.B.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();
        Refuse(Sample.OfB with { Content = new('水', 20_001) }, "COMPLAINT-TEXT-TOO-LONG", "content");
        Refuse(Sample.OfB with { Customer = new(new('王', 101), null, null, null, false) }, "COMPLAINT-TEXT-TOO-LONG", "customer.name");
    }

    [Theory]
    [InlineData("第一行\n第二行\r\n\t第三行", false)]
    [InlineData("铃\u0007声", true)]
    [InlineData("空\0字", true)]
    [InlineData("整个😀表情", false)]
    public void Register_ControlCharactersInContent_AreRefused(string content, bool refused)
    {
        if (refused)
            Refuse(Sample.OfB with { Content = content }, "COMPLAINT-TEXT-INVALID", "content");
        else
            Case.Register(Sample.OfB with { Content = content }, Packs.B.Profile, Sample.Stamp).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Register_LineBreakInName_IsRefused() =>
        Refuse(Sample.OfB with { Customer = new("王\n芳", null, null, null, false) }, "COMPLAINT-TEXT-INVALID", "customer.name");

    private static void Refuse(Registration registration, string code, string field, bool inA = false)
    {
        var refusal = Case.Register(registration, inA ? Packs.A.Profile : Packs.B.Profile, Sample.Stamp).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Errors.Keys.ShouldBe([field]);
        refusal.Errors[field].ShouldHaveSingleItem().ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
    }
}
