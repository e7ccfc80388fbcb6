using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>Bodies of registrations.</summary>
public static class Complaint
{
    /// <summary>A valid body for a category.</summary>
    public static JsonObject Of(string organisation, string kind, string channel, string category) => new()
    {
        ["organisation"] = organisation,
        ["kind"] = kind,
        ["channel"] = channel,
        ["category"] = category,
        ["customer"] = new JsonObject
        {
            ["name"] = "王秀兰", ["phone"] = "13800000001", ["address"] = "南关街12号楼", ["accountNumber"] = "1032200871", ["anonymous"] = false,
        },
        ["target"] = "供水服务",
        ["content"] = "家中自来水异常，请尽快处理。",
        ["demand"] = "尽快处理并答复",
        ["suggestion"] = "",
        ["attributes"] = new JsonObject(),
    };

    /// <summary>One of the sample complaints C01–C14 of the two regulations, received when it is registered.</summary>
    public static JsonObject Sample(string id)
    {
        var sample = Samples.Find(id);
        var body = Of(Read.Text(sample["org"]), Read.Text(sample["kind"]), Read.Text(sample["channel"]), Read.Text(sample["category"]));
        foreach (var field in (string[])["content", "demand", "target"])
        {
            if (sample[field] is { } value)
                body[field] = value.DeepClone();
        }

        body["attributes"] = sample["attributes"]!.DeepClone();
        if (sample["anonymous"]?.GetValue<bool>() is true)
            body["customer"] = new JsonObject { ["anonymous"] = true };
        return body;
    }

    /// <summary>Registers a complaint and gives the answered case.</summary>
    public static async Task<JsonNode> RegisterAsync(this Site site, string user, JsonObject body, string? key = null) =>
        (await (await site.AsAsync(user)).PostAsync("/api/complaints", body, key)).Expect(201).Json;

    /// <summary>Registers a sample complaint as the user that it names, at the clock's moment.</summary>
    public static Task<JsonNode> RegisterAsync(this Site site, string sample) =>
        site.RegisterAsync(Read.Text(Samples.Find(sample)["user"]), Sample(sample));
}
