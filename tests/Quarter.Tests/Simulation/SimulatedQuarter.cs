using Bpm.Application.Tasks;
using Bpm.Domain;
using Bpm.Domain.Clocks;
using Bpm.Domain.Tasks;
using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>
/// A quarter of both companies on the virtual clock: customers write and call at random, staff acts at random or never. It keeps the log
/// of what people did; what the product made of it stays in the product.
/// </summary>
internal sealed class SimulatedQuarter(Desk desk, int seed, int cases)
{
    public static readonly DateTimeOffset Start = new(2026, 8, 25, 8, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset End = Start.AddDays(92);

    /// <summary>Midnight before the first day whose recurring work is looked at: the product was installed in the middle of the day before.</summary>
    public static readonly DateTimeOffset FirstDuties = Start.AddHours(16);

    private readonly Dice _dice = new(seed);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _agenda = new();
    private readonly List<CaseFile> _files = [];
    private readonly List<string> _refusals = [];
    private DateTimeOffset _now = Start;
    private long _order;

    /// <summary>Every case, in order of registration.</summary>
    public IReadOnlyList<CaseFile> Files => _files;

    /// <summary>What the product refused although it was right; empty when all is well.</summary>
    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>How many claims and completions there were.</summary>
    public int Deeds { get; private set; }

    public async Task RunAsync()
    {
        for (var i = 0; i < cases; i++)
            Plan(Start + _dice.Between(TimeSpan.FromMinutes(1), End - Start - TimeSpan.FromHours(1)), RegisterAsync);
        for (var day = FirstDuties; day.AddHours(24) < End; day = day.AddDays(1))
        {
            Plan(day.AddHours(8).AddSeconds(1), DutiesAsync);
            Plan(day.AddHours(8.5).AddSeconds(1), DutiesAsync);
        }

        while (_agenda.TryDequeue(out var act, out var when) && when.At < End)
        {
            await desk.AdvanceAsync(when.At);
            _now = when.At;
            await act();
        }

        await desk.AdvanceAsync(End);
        _now = End;
    }

    private void Plan(DateTimeOffset at, Func<Task> act) => _agenda.Enqueue(act, (at, _order++));

    private async Task RegisterAsync()
    {
        var (user, request, log) = new Intake(_dice).Next(_now);
        var registered = await desk.RegisterAsync(user, request);
        if (registered.IsRefused)
        {
            Refused(log.Category, registered.Refusal);
            return;
        }

        var file = new CaseFile(registered.Value.Id!.Value, registered.Value.Number, log);
        _files.Add(file);
        if (user == "a.office" && (await desk.AttachAsync(user, file.Number)).Refusal is { } refusal)
            Refused(file.Number, refusal);
        await LookAsync(file);
    }

    // Finds the recurring work of the day by its numbers, which count from 1.
    private async Task DutiesAsync()
    {
        for (var serial = 1; ; serial++)
        {
            var number = $"XX-L{_now.ToOffset(Start.Offset):yyyyMMdd}-{serial:0000}";
            if (_files.Exists(file => file.Number == number))
                continue;
            if (await desk.FindAsync(number) is not { } duty)
                return;
            // What the product says of its start and days is not taken over: the calendar of the regulation says it.
            var log = new Registration("xx-water", "duty", "", duty.Category, duty.Attributes, _now, _now, "system", false, false);
            var file = new CaseFile(duty.Id, number, log);
            _files.Add(file);
            await LookAsync(file);
        }
    }

    // Finds somebody for every task that is new, and looks again where a due time changes the tasks: of the information for a letter, of a daily check.
    private async Task LookAsync(CaseFile file)
    {
        var complaint = file.Last = await desk.ReadAsync(file.Id);
        foreach (var task in complaint.Tasks.Where(task => task.IsActive && file.Seen.Add(task.Id)))
        {
            if (new Staff(_dice).Times(task, _now) is not var (claimed, done))
                continue;

            var outcome = new Staff(_dice).Outcome(task);
            string? person = null;
            if (claimed < done)
                Plan(claimed, async () => person = await ClaimAsync(file, task.Id, outcome));
            Plan(done, () => DoAsync(file, task.Id, outcome, person));
        }

        foreach (var clock in complaint.Clocks.Where(clock => clock is { RuleId: "A-2.2a" or "A-6.1", State: ClockState.Running, IsEnded: false } && file.Looks.Add(clock.DueAt)))
            Plan(clock.DueAt.AddSeconds(1), () => LookAsync(file));
    }

    private async Task<string?> ClaimAsync(CaseFile file, Guid id, string outcome) =>
        file.Last.Task(id)! is { IsActive: true } task ? await ClaimAsync(file, task, outcome) : null;

    private async Task<string?> ClaimAsync(CaseFile file, HumanTask task, string outcome)
    {
        if (new Staff(_dice).Person(task, outcome, desk.Directory(file.Organisation)) is not { } person)
        {
            _refusals.Add($"{file.Number} {task.Step}: nobody may claim it");
            return null;
        }

        if ((await desk.ClaimAsync(person, task.Id)).Refusal is { } refusal)
        {
            Refused($"{file.Number} {task.Step} claimed by {person}", refusal);
            return null;
        }

        Deeds++;
        file.Add(new(_now, task.Id.ToString("N"), task.OpenedAt, task.Step, Staff.Department(task), null, person, new Dictionary<string, string>()));
        return person;
    }

    private async Task DoAsync(CaseFile file, Guid id, string outcome, string? person)
    {
        var complaint = file.Last;
        if (complaint.Task(id)! is not { IsActive: true } task)
            return;
        person ??= await ClaimAsync(file, task, outcome);
        if (person is null)
            return;
        var (form, codes) = new FormWriter(_dice).Write(task, outcome, complaint.Attributes, _now);
        var done = await desk.CompleteAsync(person, new CompleteTask(id, outcome, form, "经核实，确需如此办理。"));
        if (done.IsRefused)
        {
            Refused($"{file.Number} {task.Step} {outcome} by {person}", done.Refusal);
            return;
        }

        Deeds++;
        file.Add(new(_now, id.ToString("N"), task.OpenedAt, task.Step, Staff.Department(task), outcome, person, codes));
        await LookAsync(file);
    }

    private void Refused(string what, Refusal refusal) =>
        _refusals.Add($"{_now:O} {what}: {refusal.Code} {string.Join("; ", refusal.Errors.Select(error => error.Key + " " + string.Join(",", error.Value)))}");
}
