using System.Globalization;
using System.Text.Json;
using Bpm.Application.Complaints;
using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>Customers: what they complain of, by which channel, and how soon somebody writes it down.</summary>
internal sealed class Intake(Dice dice)
{
    public static readonly IReadOnlySet<string> Letters = new HashSet<string> { "mayor-mailbox", "authority", "media", "web-post" };

    private static readonly string[] ChannelsOfA = ["wechat", "wechat", "hotline", "hotline", "hotline", "counter"];
    private static readonly string[] ChannelsOfB =
        ["hotline", "hotline", "mayor-hotline", "construction-hotline", "mayor-mailbox", "authority", "media", "web-post", "wechat", "counter", "written", "oral", "forwarded"];

    /// <summary>A case that is registered now, and by whom.</summary>
    public (string User, RegisterComplaint Request, Registration Log) Next(DateTimeOffset now)
    {
        var (organisation, kind, category) = dice.Weighted<(string, string, string)>(Kinds.Offered);
        var ofA = organisation == "xx-water";
        var channel = ofA ? dice.Pick(ChannelsOfA) : dice.Pick(ChannelsOfB);
        if (ofA && dice.Chance(20))
            channel = dice.Pick([.. Letters]);
        var isLetter = ofA && Letters.Contains(channel);
        var user = (ofA, isLetter, category) switch
        {
            (true, true, _) => "a.office",
            (true, false, _) => dice.Pick("a.hotline", "a.hotline2"),
            (false, _, "discipline") when dice.Chance(20) => "b.discipline",
            _ => "b.hotline",
        };
        var attributes = Attributes(category);
        var receivedAt = dice.Chance(20) ? now - dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(dice.Pick(1, 3, 40))) : now;
        var anonymous = dice.Chance(12);
        var given = kind == "complaint" && channel == "hotline" && ofA && dice.Chance(40);
        var request = new RegisterComplaint
        {
            Kind = kind,
            Channel = channel,
            Category = category,
            Customer = anonymous ? new(null, null, null, null, true) : Customer(),
            Target = "供水服务",
            Content = "家中用水异常，请尽快处理。",
            Demand = "尽快处理并答复",
            ReceivedAt = receivedAt == now ? null : receivedAt,
            BackdatingReason = receivedAt == now ? null : "先记纸质台账，后补登记",
            Attributes = attributes.ToDictionary(
                attribute => attribute.Key,
                attribute => attribute.Key == "pipeDiameter"
                    ? JsonSerializer.SerializeToElement(int.Parse(attribute.Value, CultureInfo.InvariantCulture))
                    : JsonSerializer.SerializeToElement(attribute.Value)),
            FirstReplyGiven = given,
        };
        return (user, request, new(organisation, kind, channel, category, attributes, receivedAt, now, user, given, anonymous));
    }

    // One of many, so that some call again.
    private RegisterComplaint.CustomerBody Customer()
    {
        var number = dice.Pick(Enumerable.Range(1000, 9000).ToArray()).ToString(CultureInfo.InvariantCulture);
        return new($"客户{number}", "1380000" + number, $"南关街{number}号", "103220" + number, false);
    }

    private Dictionary<string, string> Attributes(string category)
    {
        var known = new Dictionary<string, string>();
        switch (category)
        {
            case "supply":
                known["issue"] = dice.Pick("no-water", "pressure", "meter-box", "meter-verification");
                break;
            case "pipe-repair":
                if (dice.Chance(70))
                    known["zone"] = dice.Pick("urban", "suburban");
                if (dice.Chance(70))
                    known["pipeDiameter"] = dice.Pick("100", "599", "600", "799", "800", "1200");
                break;
            case "system-fault":
                known["system"] = dice.Pick("wechat", "huini", "gis");
                break;
        }

        return known;
    }
}
