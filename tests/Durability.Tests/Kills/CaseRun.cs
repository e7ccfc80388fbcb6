using Bpm.HostKit;

namespace Bpm.Durability.Tests.Kills;

/// <summary>
/// One client's work on one case: it repeats nothing by itself, and remembers what was answered, so that afterwards the product can be
/// held to it.
/// </summary>
public sealed class CaseRun(Site site, Route route)
{
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly string _token = "卷宗 " + Guid.NewGuid();

    /// <summary>Number once a registration was answered.</summary>
    public string? Number { get; private set; }

    /// <summary>Steps whose completion was answered with success.</summary>
    public int Confirmed { get; private set; }

    /// <summary>True while a request was sent whose answer never came.</summary>
    public bool InDoubt { get; private set; }

    /// <summary>True when the route is done.</summary>
    public bool IsFinished => Confirmed == route.Steps.Count;

    /// <summary>Registers, or does the next step.</summary>
    /// <exception cref="HttpRequestException">The product went away; the case is in doubt.</exception>
    public async Task GoOnAsync()
    {
        if (Number is null)
        {
            await RegisterAsync();
            return;
        }

        var step = route.Steps[Confirmed];
        var client = await site.AsAsync(step.User);
        var @case = await (await site.AsAsync(route.Reader)).CaseAsync(Number);
        var task = Read.Tasks(@case, step.Code, "open", "claimed")[^1];
        var path = "/api/tasks/" + Read.Text(task["id"]);
        InDoubt = true;
        if (Read.Text(task["state"]) == "open")
            (await client.PostAsync(path + "/claim")).Expect(200);
        (await client.PostAsync(path + "/complete", FormFiller.Submission(task, step.Outcome, new Dictionary<string, string> { ["unit"] = "unit1" }))).Expect(200);
        InDoubt = false;
        Confirmed++;
    }

    /// <summary>After a restart: asserts that nothing answered is missing and nothing is half done, and takes over what was found.</summary>
    public async Task SettleAsync()
    {
        if (Number is null)
        {
            // The same key again: the case of the lost answer, or a new one; never two.
            if (InDoubt)
                await RegisterAsync();
            return;
        }

        var @case = await (await site.AsAsync(route.Reader)).CaseAsync(Number);
        Read.Text(@case["content"]).ShouldBe(_token);
        var stage = route.StageOf(@case);
        stage.ShouldBeInRange(Confirmed, InDoubt ? Confirmed + 1 : Confirmed, @case.ToJsonString());
        Confirmed = stage;
        InDoubt = false;
    }

    private async Task RegisterAsync()
    {
        InDoubt = true;
        var registered = await site.RegisterAsync(route.Registrar, route.Body(_token), _key);
        Number = Read.Text(registered["number"]);
        InDoubt = false;
    }
}
