using Bpm.Domain.Complaints;
using Bpm.HostKit;

namespace Bpm.Benchmarks.Lists;

/// <summary>A case that was really registered and worked on, with its children: what is copied many times.</summary>
/// <param name="Case">Its row.</param>
/// <param name="Children">Rows by table.</param>
internal sealed record CaseTemplate(object?[] Case, IReadOnlyDictionary<string, List<object?[]>> Children)
{
    private const int ContentLength = 500;

    // C10 is a letter: its process asks for files.
    private static readonly string[] _samples = [.. Enumerable.Range(1, 14).Where(number => number != 10).Select(number => $"C{number:00}")];

    /// <summary>Registers every sample complaint several times and walks each copy another part of its way, the last one to the end.</summary>
    public static async Task RegisterAsync(Site site)
    {
        foreach (var sample in _samples)
        {
            var steps = (await WalkAsync(site, sample, int.MaxValue)).Done.Count;
            foreach (var stage in new[] { 0, steps / 3, steps * 2 / 3, steps - 1 }.Where(stage => stage >= 0).Distinct())
                await WalkAsync(site, sample, stage);
        }
    }

    private static async Task<CaseDriver> WalkAsync(Site site, string sample, int steps)
    {
        var body = Complaint.Sample(sample);
        body["content"] = Text(body["content"]!.GetValue<string>());
        var registered = await site.RegisterAsync(Samples.Find(sample)["user"]!.GetValue<string>(), body);
        var driver = new CaseDriver(site, registered, Plan.First.Filling("unit", "unit1"));
        while (driver.Done.Count < steps && await driver.StepAsync())
        {
        }

        return driver;
    }

    private static string Text(string text) => string.Concat(Enumerable.Repeat(text, ContentLength / text.Length + 1))[..ContentLength];

    /// <summary>Details of a copy: other words, another customer.</summary>
    public static CaseDetails Other(CaseDetails details, int number, int customer) => details with
    {
        Content = Text($"第{number}号来电反映：" + details.Content[..60]),
        Customer = details.Customer.Anonymous ? details.Customer : new("客户" + customer, $"138{customer:00000000}", $"{Street(customer)}{customer / 40 + 1}号楼", $"{10_000_000 + customer}", false),
    };

    private static string Street(int customer) => new[] { "人民路", "南关街", "东昌路", "柳园路", "建设街" }[customer % 5];
}
