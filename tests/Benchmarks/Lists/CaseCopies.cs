using System.Text.Json;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.Data.Sqlite;

namespace Bpm.Benchmarks.Lists;

/// <summary>Copies cases over three years by prepared commands: every ninth is open, of the open clocks half are over. The same every time.</summary>
internal sealed class CaseCopies : IDisposable
{
    private const int Customers = 40_000;
    private const int TasksOfAClosedCase = 3;
    private const int AuditRowsOfAClosedCase = 8;
    private const int NoticesOfACase = 3;
    private static readonly string[] _children = ["SlaClocks", "Tasks", "Replies", "FollowUps", "AuditEntries"];

    private readonly Random _random = new(1);
    private readonly IReadOnlyDictionary<string, Installed> _homes;
    private readonly TextCipher _cipher;
    private readonly long _now;
    private readonly Func<object?, object?> _open;
    private readonly Func<object?, object?> _seal;
    private readonly SeedTable _cases;
    private readonly SeedTable _contacts;
    private readonly SeedTable _keys;
    private readonly SeedTable _absences;
    private readonly SeedTable _notices;
    private readonly Dictionary<string, SeedTable> _tables;
    private readonly List<CaseTemplate> _templates = [];
    private readonly Dictionary<string, string[]> _lists = [];
    private readonly Dictionary<DateOnly, int> _serials = [];
    private long _made;
    private int _openTasks;
    private int _endedTasks;

    public CaseCopies(SqliteConnection connection, IReadOnlyList<Installed> homes, TextCipher cipher, DateTimeOffset now)
    {
        (_homes, _cipher, _now) = (homes.ToDictionary(home => home.Code), cipher, now.UtcTicks);
        var details = new SealedColumn<CaseDetails>(cipher, "Cases.Details");
        (_open, _seal) = (details.ConvertFromProvider, details.ConvertToProvider);
        _cases = new(connection, "Cases");
        _contacts = new(connection, "CaseContacts");
        _keys = new(connection, "OpenTaskKeys");
        _absences = new(connection, "Absences");
        _notices = new(connection, "Notices");
        _tables = _children.ToDictionary(name => name, name => new SeedTable(connection, name));
        foreach (var kind in (string[])["Complaint", "Consultation", "Fault"])
        {
            foreach (var row in _cases.Where("Kind", kind))
                _templates.Add(new(row, _tables.ToDictionary(table => table.Key, table => table.Value.Where("CaseId", row[_cases["Id"]]!))));
        }
    }

    /// <summary>What was made.</summary>
    public string Counts =>
        $"{_cases.Count} cases, {_openTasks} open and {_endedTasks} ended tasks, " + string.Join(", ", _tables.Values.Concat([_notices, _contacts, _keys]).Select(table => $"{table.Count} {table.Name}"));

    /// <summary>Adds copies, oldest receipt first as ids are given.</summary>
    public void Add(int count)
    {
        var plan = new (long ReceivedAt, bool Open)[count];
        for (var i = 0; i < count; i++)
            plan[i] = i % 9 == 0 ? (_now - Hours(1, 24 * 200), true) : (_now - Hours(24 * 12, 24 * 1095), false);
        Array.Sort(plan);
        foreach (var (received, open) in plan)
        {
            // A has 88 %, B the rest, a sixth of it about discipline: 2 % of all cases.
            var level = _random.Next(100) switch { < 88 => "Open", < 98 => "Restricted", _ => "Strict" };
            var fitting = _templates.Where(known => (string)known.Case[_cases["Level"]]! == level && (string)known.Case[_cases["Status"]]! == (open ? "Open" : "Closed")).ToList();
            Copy(fitting[_random.Next(fitting.Count)], received, open);
        }

        foreach (var (absent, substitute) in (ReadOnlySpan<(string, string)>)[("a.hotline2", "a.hotline"), ("a.network", "a.network.manager"), ("a.deputy", "a.supervisor"), ("b.hotline", "b.dispatcher"), ("b.unit1", "b.unit2")])
        {
            var home = _homes.Values.Single(known => known.Directory.Staff(absent) is not null);
            _absences.Add(NewId(_now), home.Code, absent, substitute, _now - TimeSpan.TicksPerDay, _now + 10 * TimeSpan.TicksPerDay, absent, _now - TimeSpan.TicksPerDay);
        }
    }

    private void Copy(CaseTemplate template, long received, bool open)
    {
        var row = _cases.Moved(template.Case, received - (long)template.Case[_cases["ReceivedAt"]]!);
        var (id, home) = (NewId(received), _homes[(string)row[_cases["Organisation"]]!]);
        var closed = received + Hours(8, 24 * 8);
        Func<string, string> elsewhere = text => text;
        if (row[_cases["Department"]] is string department && _random.Next(2) == 0)
        {
            var other = Pick(Listed(home.Code + " departments", () => home.Directory.Departments.Where(known => known.HandlesCases).Select(known => known.Code)));
            elsewhere = text => text.Replace($"dept:{department}\"", $"dept:{other}\"", StringComparison.Ordinal).Replace($"head:{department}\"", $"head:{other}\"", StringComparison.Ordinal)
                .Replace($"[\"{department}\"]", $"[\"{other}\"]", StringComparison.Ordinal);
            row[_cases["Department"]] = other;
            row[_cases["Departments"]] = elsewhere((string)row[_cases["Departments"]]!);
        }

        row[_cases["Id"]] = id;
        row[_cases["Number"]] = NumberOf(home, received);
        row[_cases["InstanceId"]] = Convert.ToHexStringLower(id);
        row[_cases["RegisteredBy"]] = Pick(Listed(home.Code + " registrars", () => home.Directory.People.Where(person => home.Directory.Allows(person, "Register")).Select(person => person.UserName)));
        row[_cases["Channel"]] = Pick(Listed(home.Code + " channels", () => home.Directory.Profile.Channels.Keys));
        if (!open)
            row[_cases["ClosedAt"]] = closed;
        var before = (Confidential<CaseDetails>)_open(row[_cases["Details"]])!;
        var details = CaseTemplate.Other(before.Value, _cases.Count, (int)(Customers * Math.Pow(_random.NextDouble(), 2)));
        row[_cases["Details"]] = _seal(new Confidential<CaseDetails>(details, before.Sealed));
        _cases.Add(row);
        foreach (var key in ContactKey.Of(details.Customer))
            _contacts.Add(home.Code, _cipher.Fingerprint($"{home.Code}\n{key.Kind}\n{key.Value}", "CaseContacts.Hash"), id);

        var move = received - (long)template.Case[_cases["ReceivedAt"]]!;
        var dues = AddClocks(template, id, move, open, closed, row[_cases["Department"]]);
        AddTasks(template, home, id, move, open, received, closed, dues, elsewhere);
        foreach (var name in (string[])["Replies", "FollowUps", "AuditEntries"])
            AddOthers(name, template, id, move, open, received, closed);
        AddNotices(home, id, received, open ? _now : closed);
    }

    private Dictionary<string, long> AddClocks(CaseTemplate template, byte[] id, long move, bool open, long closed, object? department)
    {
        var (clocks, dues) = (_tables["SlaClocks"], new Dictionary<string, long>());
        foreach (var one in template.Children["SlaClocks"])
        {
            var row = clocks.Moved(one, move);
            var (started, due) = ((long)row[clocks["StartedAt"]]!, (long)row[clocks["DueAt"]]!);
            if (row[clocks["EndedAt"]] is null && open)
            {
                due = Math.Max(started + TimeSpan.TicksPerHour, _now + Hours(-24 * 20, 24 * 20));
                var (state, breached) = (_random.Next(30) == 0 ? "Paused" : due <= _now ? "Breached" : "Running", (object?)null);
                if (state == "Breached")
                    breached = due;
                (row[clocks["State"]], row[clocks["BreachedAt"]], row[clocks["NextAt"]]) = (state, breached, state == "Running" ? due : null);
                dues[(string)row[clocks["RuleId"]]!] = due;
            }
            else if (!open)
            {
                var late = _random.Next(8) == 0;
                row[clocks["EndedAt"]] = late ? due + Hours(1, 50) : Math.Min(started + Hours(1, 30), closed);
                if (late)
                    (row[clocks["State"]], row[clocks["BreachedAt"]]) = ("Breached", due);
            }

            (row[clocks["Id"]], row[clocks["CaseId"]], row[clocks["DueAt"]]) = (NewId(started), id, due);
            if (row[clocks["Department"]] is not null)
                row[clocks["Department"]] = department;
            clocks.Add(row);
        }

        return dues;
    }

    private void AddTasks(
        CaseTemplate template, Installed home, byte[] id, long move, bool open, long received, long closed, Dictionary<string, long> dues, Func<string, string> elsewhere)
    {
        var tasks = _tables["Tasks"];
        var all = template.Children["Tasks"];
        var first = open ? 0 : _random.Next(Math.Max(1, all.Count - TasksOfAClosedCase + 1));
        var kept = open ? all : all.Skip(first).Take(TasksOfAClosedCase).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            var row = tasks.Moved(kept[i], move);
            (row[tasks["Id"]], row[tasks["CaseId"]], row[tasks["ParentId"]]) = (NewId(received + i), id, null);
            foreach (var column in (string[])["Candidates", "Recorders"])
                row[tasks[column]] = elsewhere((string)row[tasks[column]]!);
            var keys = JsonSerializer.Deserialize<string[]>((string)row[tasks["Candidates"]]!)!;
            var people = Listed(home.Code + row[tasks["Candidates"]], () => keys.SelectMany(home.Directory.UsersWith).Distinct());
            if (row[tasks["State"]] is "Open" or "Claimed")
            {
                _openTasks++;
                if (row[tasks["DueAt"]] is not null && row[tasks["RuleId"]] is string rule && dues.TryGetValue(rule, out var due))
                    row[tasks["DueAt"]] = due;
                if (people.Length > 0 && _random.Next(5) < 2)
                    (row[tasks["State"]], row[tasks["Assignee"]]) = ("Claimed", Pick(people));
                else
                    AddKeys(home, row, keys);
            }
            else
            {
                _endedTasks++;
                var step = (closed - received) / kept.Count;
                row[tasks["OpenedAt"]] = received + i * step;
                row[tasks["CompletedAt"]] = Math.Min(_now, received + i * step + (long)(_random.NextDouble() * step));
                if (row[tasks["CompletedBy"]] is not null && people.Length > 0)
                    row[tasks["CompletedBy"]] = row[tasks["Assignee"]] = Pick(people);
            }

            tasks.Add(row);
        }
    }

    private void AddKeys(Installed home, object?[] task, string[] keys)
    {
        var tasks = _tables["Tasks"];
        if (task[tasks["State"]] is not "Open")
            (task[tasks["State"]], task[tasks["Assignee"]]) = ("Open", null);
        foreach (var key in keys.Concat(JsonSerializer.Deserialize<string[]>((string)task[tasks["Excluded"]]!)!.Select(user => "-" + user)).Distinct())
            _keys.Add(home.Code, key, task[tasks["DueAt"]] ?? long.MaxValue, task[tasks["OpenedAt"]], task[tasks["Id"]], task[tasks["CaseId"]], task[tasks["Step"]]);
    }

    private void AddOthers(string name, CaseTemplate template, byte[] id, long move, bool open, long received, long closed)
    {
        var table = _tables[name];
        var all = template.Children[name];
        var kept = open || name != "AuditEntries" || all.Count <= AuditRowsOfAClosedCase
            ? all
            : [.. all.Where((_, at) => at * AuditRowsOfAClosedCase / all.Count != (at - 1) * AuditRowsOfAClosedCase / all.Count)];
        for (var i = 0; i < kept.Count; i++)
        {
            var row = table.Moved(kept[i], move);
            (row[table["Id"]], row[table["CaseId"]]) = (NewId(received + i), id);
            row[table["At"]] = open ? received + i : received + (closed - received) * (i + 1) / (kept.Count + 1);
            table.Add(row);
        }
    }

    // One case in fifty was copied to somebody.
    private void AddNotices(Installed home, byte[] id, long since, long until)
    {
        for (var i = 0; i < NoticesOfACase; i++)
        {
            var at = since + (long)(_random.NextDouble() * (until - since));
            AddNotice(_random.Next(50 * NoticesOfACase) == 0 ? "Copy" : "Warning", at);
        }

        void AddNotice(string kind, long at)
        {
            var row = new object?[_notices.Width];
            (row[_notices["Id"]], row[_notices["CaseId"]], row[_notices["Organisation"]]) = (NewId(at), id, home.Code);
            (row[_notices["Recipient"]], row[_notices["Kind"]], row[_notices["Text"]]) = (Pick(People(home)), kind, "工单时限将到，请及时办理。");
            (row[_notices["RaisedAt"]], row[_notices["DeliverAt"]]) = (at, at);
            _notices.Add(row);
        }
    }

    private string NumberOf(Installed home, long received)
    {
        var day = CaseNumber.DayOf(new(received, TimeSpan.Zero), home.Calendar.Zone);
        // Beside those of the templates.
        return CaseNumber.Format(home.Directory.Profile.NumberPrefix, day, _serials[day] = _serials.GetValueOrDefault(day, 1000) + 1);
    }

    // In the order of making, and with the moment in front as version 7 has it.
    private byte[] NewId(long at)
    {
        var id = new byte[16];
        var milliseconds = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            id[i] = (byte)(milliseconds >> (40 - 8 * i));
        id[6] = 0x70;
        id[8] = 0x80;
        var made = ++_made;
        for (var i = 0; i < 5; i++)
            id[15 - i] = (byte)(made >> (8 * i));
        return id;
    }

    private string[] People(Installed home) => Listed(home.Code + " people", () => home.Directory.People.Select(person => person.UserName));

    private string[] Listed(string name, Func<IEnumerable<string>> make) => _lists.TryGetValue(name, out var known) ? known : _lists[name] = [.. make()];

    private string Pick(string[] some) => some[_random.Next(some.Length)];

    private long Hours(int least, int most) => (long)((least + _random.NextDouble() * (most - least)) * TimeSpan.TicksPerHour);

    public void Dispose()
    {
        foreach (var table in _tables.Values.Concat([_cases, _contacts, _keys, _absences, _notices]))
            table.Dispose();
    }
}
