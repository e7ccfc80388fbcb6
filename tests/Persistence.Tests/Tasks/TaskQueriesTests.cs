using Bpm.Application;
using Bpm.Application.Complaints;
using Bpm.Application.Tasks;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Bpm.Persistence.Tasks;

namespace Bpm.Persistence.Tests.Tasks;

public class TaskQueriesTests
{
    [Fact]
    public async Task SearchAsync_Available_GivesOpenTasksOfTheCallersKeysSoonestFirst()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<ICaseStore>(store =>
        {
            var stored = SampleCases.Register("T-1");
            stored.OpenTask(SampleCases.Spec("never"), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("later", SampleCases.Now.AddHours(2)), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("soon", SampleCases.Now.AddHours(1), ["role:hotline", "user:agent"]), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("of-others", candidates: ["role:boss"]), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("excluded", candidates: ["user:agent"], excluded: ["agent"]), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("recorder", candidates: ["role:boss"]), SampleCases.Now);
            store.Add(stored);
        });

        var page = await Search(database, TaskScope.Available);

        page.Items.Select(row => row.Task.Step).ShouldBe(["soon", "later", "never"]);
        page.TotalCount.ShouldBe(3);
        page.Items[0].Number.ShouldBe("T-1");
        (await Search(database, TaskScope.Available, complaint: "T-2")).TotalCount.ShouldBe(0);
        (await Search(database, TaskScope.Available, complaint: "T-1", page: 1, size: 2)).Items.Select(row => row.Task.Step).ShouldBe(["never"]);
    }

    [Fact]
    public async Task SearchAsync_AsATaskMovesOn_ItChangesLists()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<ICaseStore>(store =>
        {
            var stored = SampleCases.Register("T-1");
            stored.OpenTask(SampleCases.Spec("first"), SampleCases.Now);
            store.Add(stored);
        });
        await Expect(available: 1, mine: 0, started: 1, done: 0, keys: 1);

        await Change(task => task.Claim(SampleCases.Agent, SampleCases.AgentKeys).IsRefused.ShouldBeFalse());
        await Expect(available: 0, mine: 1, started: 1, done: 0, keys: 0);

        await Change(task => task.Release("agent").IsRefused.ShouldBeFalse());
        await Expect(available: 1, mine: 0, started: 1, done: 0, keys: 1);

        await Change(task => task.Reschedule(SampleCases.Now.AddHours(3)));
        await Expect(available: 1, mine: 0, started: 1, done: 0, keys: 1);

        await Change(task => task.Claim(SampleCases.Agent, SampleCases.AgentKeys).IsRefused.ShouldBeFalse());
        await Change(task => task.Complete(
            SampleCases.Agent, SampleCases.AgentKeys,
            new("Done", new Dictionary<string, System.Text.Json.JsonElement> { ["text"] = System.Text.Json.JsonSerializer.SerializeToElement("好") }),
            SampleCases.Now.AddMinutes(1)).Refusal.ShouldBeNull());
        await Expect(available: 0, mine: 0, started: 0, done: 1, keys: 0);

        Task Change(Action<HumanTask> change) => database.WriteAsync<ICaseStore>(async store =>
            change((await store.FindByNumberAsync("T-1", default))!.Tasks[0]));

        async Task Expect(int available, int mine, int started, int done, int keys)
        {
            (await Search(database, TaskScope.Available)).TotalCount.ShouldBe(available);
            (await Search(database, TaskScope.Mine)).TotalCount.ShouldBe(mine);
            (await Search(database, TaskScope.Started)).TotalCount.ShouldBe(started);
            (await Search(database, TaskScope.Done)).TotalCount.ShouldBe(done);
            (await Search(database, TaskScope.Copied)).TotalCount.ShouldBe(0);
            (await database.ReadAsync<DatabaseScope, int>(async scope =>
                (await scope.ReadAsync(default)).Column("""SELECT "TaskKey" FROM "OpenTaskKeys" """).Count)).ShouldBe(keys);
        }
    }

    [Fact]
    public async Task SearchAsync_HolderRelieved_IsAvailableToTheOthersAndStillTheHoldersOwn()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var (other, otherKeys) = (new Domain.Organisation.StaffMember(SampleCases.Organisation, "other", "李四", "desk", ["hotline"]), new HashSet<string> { "user:other", "role:hotline", "dept:desk" });
        await database.WriteAsync<ICaseStore>(store =>
        {
            var stored = SampleCases.Register("T-1");
            stored.OpenTask(SampleCases.Spec("first"), SampleCases.Now).Claim(SampleCases.Agent, SampleCases.AgentKeys).IsRefused.ShouldBeFalse();
            store.Add(stored);
        });
        await Expect(holderAvailable: 0, holderMine: 1, otherAvailable: 0, otherMine: 0);

        await Change(task => task.Relieve().ShouldBeTrue());
        await Expect(holderAvailable: 0, holderMine: 1, otherAvailable: 1, otherMine: 0);

        await Change(task => task.Claim(other, otherKeys).IsRefused.ShouldBeFalse());
        await Expect(holderAvailable: 0, holderMine: 0, otherAvailable: 0, otherMine: 1);

        Task Change(Action<HumanTask> change) => database.WriteAsync<ICaseStore>(async store =>
            change((await store.FindByNumberAsync("T-1", default))!.Tasks[0]));

        async Task Expect(int holderAvailable, int holderMine, int otherAvailable, int otherMine)
        {
            (await Search(database, TaskScope.Available)).TotalCount.ShouldBe(holderAvailable);
            (await Search(database, TaskScope.Mine)).TotalCount.ShouldBe(holderMine);
            (await OfOther(TaskScope.Available)).ShouldBe(otherAvailable);
            (await OfOther(TaskScope.Mine)).ShouldBe(otherMine);
        }

        async Task<int> OfOther(TaskScope scope) => (await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries =>
            queries.SearchAsync(new(SampleCases.Organisation, "other", [.. otherKeys], scope, 0, 10), default))).TotalCount;
    }

    [Fact]
    public async Task SearchAsync_InTheSteadOfSomebody_FindsWhatEitherMayTakeAndTheAbsentHolds()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var boss = new Domain.Organisation.StaffMember(SampleCases.Organisation, "boss", "张三", "desk", ["boss"]);
        HashSet<string> keys = ["user:boss", "role:boss"];
        await database.WriteAsync<ICaseStore>(store =>
        {
            var stored = SampleCases.Register("T-1");
            stored.OpenTask(SampleCases.Spec("own"), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("of-both", candidates: ["role:hotline", "role:boss"]), SampleCases.Now.AddMinutes(1));
            stored.OpenTask(SampleCases.Spec("of-the-absent", candidates: ["role:boss"]), SampleCases.Now.AddMinutes(2));
            stored.OpenTask(SampleCases.Spec("held", candidates: ["role:boss"]), SampleCases.Now.AddMinutes(3)).Claim(boss, keys).IsRefused.ShouldBeFalse();
            stored.OpenTask(SampleCases.Spec("not-for-me", candidates: ["role:boss"], excluded: ["agent"]), SampleCases.Now.AddMinutes(4));
            stored.OpenTask(SampleCases.Spec("held-not-for-me", candidates: ["role:boss"], excluded: ["agent"]), SampleCases.Now.AddMinutes(5)).Claim(boss, keys).IsRefused.ShouldBeFalse();
            stored.OpenTask(SampleCases.Spec("not-for-the-absent", candidates: ["role:boss"], excluded: ["boss"]), SampleCases.Now.AddMinutes(6));
            store.Add(stored);
        });
        var filter = new TaskFilter(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], TaskScope.Available, 0, 10) { StandIns = [("boss", [.. keys])] };

        var page = await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(filter, default));

        page.Items.Select(row => row.Task.Step).ShouldBe(["own", "of-both", "of-the-absent", "held"]);
        page.TotalCount.ShouldBe(4);
        var counts = await database.ReadAsync<ITaskQueries, IReadOnlyDictionary<TaskScope, int>>(queries => queries.CountAsync(filter, [TaskScope.Done, TaskScope.Available, TaskScope.Started], default));
        counts.ShouldBe(new Dictionary<TaskScope, int> { [TaskScope.Done] = 0, [TaskScope.Available] = 4, [TaskScope.Started] = 7 }, ignoreOrder: true);
        (await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(filter with { Page = 9 }, default))).TotalCount.ShouldBe(4);
    }

    [Theory]
    [InlineData(TaskUrgency.Overdue, "late")]
    [InlineData(TaskUrgency.Soon, "soon")]
    [InlineData(TaskUrgency.Calm, "later never")]
    public async Task SearchAsync_ByUrgency_FindsWhatIsAsPressing(TaskUrgency urgency, string steps)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<ICaseStore>(store =>
        {
            var stored = SampleCases.Register("T-1");
            stored.OpenTask(SampleCases.Spec("late", SampleCases.Now.AddTicks(-1)), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("soon", SampleCases.Now + TaskFilter.SoonWithin), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("later", SampleCases.Now + TaskFilter.SoonWithin + TimeSpan.FromTicks(1)), SampleCases.Now);
            stored.OpenTask(SampleCases.Spec("never"), SampleCases.Now);
            store.Add(stored);
        });
        var filter = new TaskFilter(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], TaskScope.Available, 0, 10) { Urgency = urgency, Now = SampleCases.Now };

        var page = await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(filter, default));

        string.Join(' ', page.Items.Select(row => row.Task.Step)).ShouldBe(steps);
        (await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(filter with { Text = "_-1" }, default))).TotalCount.ShouldBe(0);
        (await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(filter with { Text = "t-1" }, default))).TotalCount.ShouldBe(page.TotalCount);
    }

    [Theory]
    [InlineData(TaskScope.Mine, "held")]
    [InlineData(TaskScope.Available, "free other")]
    [InlineData(TaskScope.Started, "free held other")]
    [InlineData(TaskScope.Done, "done")]
    public async Task SearchAsync_ByWhatTheCaseIs_FindsItsTasksInEveryList(TaskScope scope, string steps)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<ICaseStore>(store =>
        {
            foreach (var number in (string[])["T-1", "T-2"])
            {
                var stored = SampleCases.Register(number);
                foreach (var step in (string[])["free", "held", "done", "other"])
                    stored.OpenTask(SampleCases.Spec(step, candidates: ["role:hotline", "user:agent"]), SampleCases.Now);
                foreach (var task in stored.Tasks.Where(task => task.Step is "held" or "done"))
                    task.Claim(SampleCases.Agent, SampleCases.AgentKeys).IsRefused.ShouldBeFalse();
                stored.Tasks.Single(task => task.Step == "done").Complete(
                    SampleCases.Agent, SampleCases.AgentKeys,
                    new("Done", new Dictionary<string, System.Text.Json.JsonElement> { ["text"] = System.Text.Json.JsonSerializer.SerializeToElement("好") }),
                    SampleCases.Now.AddMinutes(1)).Refusal.ShouldBeNull();
                store.Add(stored);
            }
        });
        var category = SampleCases.Register("T-3").Category;
        var filter = new TaskFilter(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], scope, 0, 10);
        string[] all = steps.Split(' ');

        foreach (var narrow in (TaskFilter[])[filter with { Text = "t-1" }, filter with { Category = category, Complaint = "T-1" }, filter with { Complaint = "T-1", Steps = all }])
            (await FindAsync(narrow)).ShouldBe(all, ignoreOrder: true);
        (await FindAsync(filter with { Category = category })).Count.ShouldBe(2 * all.Length);
        (await FindAsync(filter with { Steps = [all[0], "unknown"] })).ShouldBe([all[0], all[0]]);
        (await FindAsync(filter with { Category = "unknown" })).ShouldBeEmpty();
        (await FindAsync(filter with { Department = "unknown" })).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> FindAsync(TaskFilter wanted)
        {
            var page = await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(wanted, default));
            page.TotalCount.ShouldBe(page.Items.Count);
            return [.. page.Items.Select(row => row.Task.Step)];
        }
    }

    // The rows of tasks are long, and somebody has done tens of thousands of them.
    [Theory]
    [InlineData(TaskScope.Started, null, null, "IX_Tasks_Active")]
    [InlineData(TaskScope.Done, null, null, "IX_Tasks_Done")]
    [InlineData(TaskScope.Done, null, "supply", "IX_Tasks_OfCase")]
    public async Task Count_OfALongList_ReadsAnIndexAlone(TaskScope scope, string? step, string? category, string index)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var filter = new TaskFilter(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], scope, 0, 10) { Category = category, Steps = step is null ? [] : [step] };

        var plan = await PlanAsync(database, filter);

        plan.ShouldContain("USING COVERING INDEX " + index);
        plan.ShouldNotContain("USING INDEX");
    }

    [Theory]
    [InlineData("follow-up", null, null)]
    [InlineData(null, "supply", null)]
    [InlineData(null, null, "network")]
    public async Task Count_OfWhatMayBeTaken_LooksAtNoTask(string? step, string? category, string? department)
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var filter = new TaskFilter(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], TaskScope.Available, 0, 10)
        {
            Category = category,
            Department = department,
            Steps = step is null ? [] : [step],
        };

        var plan = await PlanAsync(database, filter);

        plan.ShouldContain("SEARCH OpenTaskKeys USING PRIMARY KEY (Organisation=? AND TaskKey=?)");
        plan.ShouldNotContain("Tasks_");
        if (department is not null)
            plan.ShouldContain("USING COVERING INDEX IX_Cases_ByDepartment (Organisation=? AND Department=?)");
    }

    [Fact]
    public async Task SearchAsync_NoKeys_FindsNothing()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);

        (await database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries =>
            queries.SearchAsync(new(SampleCases.Organisation, "agent", [], TaskScope.Available, 0, 10), default))).Items.ShouldBeEmpty();
    }

    private static async Task<string> PlanAsync(DatabaseFixture database, TaskFilter filter)
    {
        var values = new SqlValues();
        var list = TaskLists.Of(filter, values);
        return await database.ReadAsync<DatabaseScope, string>(async session =>
        {
            using var row = await (await session.ReadAsync(default)).Commands.QueryAsync("EXPLAIN QUERY PLAN " + list.Count, values.ToArray());
            var lines = "";
            while (await row.ReadAsync())
                lines += row.GetString(3) + '\n';
            return lines;
        });
    }

    private static Task<Page<TaskRow>> Search(DatabaseFixture database, TaskScope scope, string? complaint = null, int page = 0, int size = 100) =>
        database.ReadAsync<ITaskQueries, Page<TaskRow>>(queries => queries.SearchAsync(
            new(SampleCases.Organisation, "agent", [.. SampleCases.AgentKeys], scope, page, size) { Complaint = complaint }, default));
}
