using System.Globalization;
using Bpm.Application.Installation;
using Bpm.Domain.Organisation;
using Microsoft.Data.Sqlite;

namespace Bpm.Benchmarks.Lists;

/// <summary>What somebody asks lists for: values that occur often in the organisation.</summary>
internal sealed class ListSample
{
    private readonly string[] _worklists;

    /// <param name="database">The database file.</param>
    public ListSample(string database, Installed home, StaffMember staff)
    {
        var keys = home.Directory.KeysOf(staff.UserName);
        var mine = home.Directory.Profile.Worklists.Values.Where(list => list.For.Any(keys.Contains)).ToList();
        _worklists = [.. mine.Select(list => list.Code)];
        RepliesList = mine.FirstOrDefault(list => list.Replies is not null)?.Code;
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly");
        connection.Open();
        string One(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("@organisation", home.Code);
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
        }

        const string ofLast = """FROM (SELECT * FROM "Cases" WHERE "Organisation" = @organisation ORDER BY "ReceivedAt" DESC LIMIT 2000)""";
        Category = One($"""SELECT "Category" {ofLast} GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""");
        Channel = One($"""SELECT "Channel" {ofLast} GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""");
        Department = One($"""SELECT "Department" {ofLast} WHERE "Department" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""");
        Number = One($"""SELECT "Number" {ofLast} LIMIT 1 OFFSET 700""");
        Rule = One("""SELECT "RuleId" FROM "SlaClocks" WHERE "CaseId" IN (SELECT "Id" FROM "Cases" WHERE "Organisation" = @organisation AND "Status" = 'Open' LIMIT 500) AND "EndedAt" IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""");
        Person = One("""SELECT "Assignee" FROM (SELECT * FROM "Tasks" WHERE "State" = 'Claimed' AND "Organisation" = @organisation LIMIT 2000) GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""");
    }

    public string Category { get; }

    public string Channel { get; }

    public string Department { get; }

    public string Number { get; }

    /// <summary>Article with the most open clocks.</summary>
    public string Rule { get; }

    /// <summary>Who holds the most tasks.</summary>
    public string Person { get; }

    /// <summary>The worklist with the replies of a day, or null.</summary>
    public string? RepliesList { get; }

    /// <summary>A day a few weeks ago.</summary>
    public DateOnly Day { get; } = new(2026, 8, 27);

    // Of the customer with the lowest number, who calls most often.
    public string Phone { get; } = "13800000000";

    public string Address { get; } = "人民路1号楼";

    public string Account { get; } = "10000000";

    /// <summary>The n-th worklist of the person, or null.</summary>
    public string? Worklist(int at) => _worklists.ElementAtOrDefault(at);

    /// <summary>A query with its values filled in.</summary>
    public string Fill(string query) => query.Replace("{category}", Category, StringComparison.Ordinal).Replace("{channel}", Channel, StringComparison.Ordinal)
        .Replace("{department}", Department, StringComparison.Ordinal).Replace("{number}", Number, StringComparison.Ordinal)
        .Replace("{day}", Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The begin of a day in the organisations' zone.</summary>
    public static DateTimeOffset? Begin(string? day) => day is null
        ? null
        : new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
}
