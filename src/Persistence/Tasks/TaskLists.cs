using Bpm.Application.Tasks;

namespace Bpm.Persistence.Tasks;

/// <summary>The SQL of each <see cref="TaskScope"/>. The texts differ only in which filters are set and in the number of keys, so few are ever compiled.</summary>
internal static class TaskLists
{
    private const string SoonestFirst = """t."DueAt" IS NULL, t."DueAt", t."OpenedAt", t."Id" """;

    /// <summary>A list, with its values added in the order of the text.</summary>
    public static TaskList Of(TaskFilter filter, SqlValues values)
    {
        var organisation = values.Add(filter.Organisation);
        var user = values.Add(filter.UserName);
        return filter.Scope switch
        {
            TaskScope.Available when !filter.IsNarrow => Available(filter, values, organisation),
            TaskScope.Available => OfTasks(filter, values, organisation, Claimable(filter, values, organisation), SoonestFirst),
            TaskScope.Mine => OfTasks(filter, values, organisation, $"""t."Assignee" = {user} AND t."State" = 'Claimed'""", SoonestFirst),
            TaskScope.Started => OfTasks(filter, values, organisation, $"""c."RegisteredBy" = {user} AND t."State" IN ('Open', 'Claimed')""", SoonestFirst),
            TaskScope.Done => OfTasks(
                filter, values, organisation, $"""t."CompletedBy" = {user} AND t."State" = 'Completed'""", """t."CompletedAt" DESC, t."Id" DESC"""),
            TaskScope.Copied => OfTasks(filter, values, organisation, Copied(user), """t."OpenedAt" DESC, t."Id" DESC"""),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    // A step of a process copies the case, a person one task of it.
    private static string Copied(string user) => $"""
        (t."Id" IN (SELECT "TaskId" FROM "Notices" WHERE "Recipient" = {user} AND "Kind" = 'Copy' AND "TaskId" IS NOT NULL)
        OR t."CaseId" IN (SELECT "CaseId" FROM "Notices" WHERE "Recipient" = {user} AND "Kind" = 'Copy' AND "TaskId" IS NULL))
        """;

    private static TaskList OfTasks(TaskFilter filter, SqlValues values, string organisation, string condition, string order) => new(
        $"""FROM "Tasks" t JOIN "Cases" c ON c."Id" = t."CaseId" WHERE t."Organisation" = {organisation} AND {condition}{Narrow(filter, values)}""",
        """t."Id" """,
        filter.Order switch
        {
            TaskOrder.Newest => """t."OpenedAt" DESC, t."Id" DESC""",
            TaskOrder.Oldest => """t."OpenedAt", t."Id" """,
            _ => order,
        });

    // The common case: a page is the start of a range of the keys, whatever the number of tasks.
    private static TaskList Available(TaskFilter filter, SqlValues values, string organisation)
    {
        var from = $"""
            FROM "OpenTaskKeys" k WHERE k."Organisation" = {organisation} AND k."TaskKey" IN ({values.Add(filter.Keys)})
            AND k."TaskId" NOT IN ({Excluded(filter.UserName, values, organisation)})
            """;
        if (filter.Complaint is { } number)
            from += $""" AND k."TaskId" IN (SELECT t."Id" FROM "Tasks" t JOIN "Cases" c ON c."Id" = t."CaseId" WHERE c."Number" = {values.Add(number)})""";
        var order = filter.Order switch
        {
            TaskOrder.Newest => """k."OpenedAt" DESC, k."TaskId" DESC""",
            TaskOrder.Oldest => """k."OpenedAt", k."TaskId" """,
            _ => """k."DueAt", k."OpenedAt", k."TaskId" """,
        };
        return new(from, """k."TaskId", k."DueAt", k."OpenedAt" """, order, """k."TaskId" """);
    }

    // What the caller may take, and what those may take or hold in whose stead the caller acts. Exclusions beat it on both sides.
    private static string Claimable(TaskFilter filter, SqlValues values, string organisation)
    {
        var sources = $"""SELECT "TaskId" FROM "OpenTaskKeys" WHERE "Organisation" = {organisation} AND "TaskKey" IN ({values.Add(filter.Keys)})""";
        foreach (var (absent, keys) in filter.StandIns)
        {
            sources += $"""
                 UNION SELECT "TaskId" FROM "OpenTaskKeys" WHERE "Organisation" = {organisation} AND "TaskKey" IN ({values.Add(keys)})
                AND "TaskId" NOT IN ({Excluded(absent, values, organisation)})
                 UNION SELECT "Id" FROM "Tasks" WHERE "Assignee" = {values.Add(absent)} AND "State" = 'Claimed'
                AND "Excluded" NOT LIKE {values.Add($"%\"{filter.UserName}\"%")} AND "Excluded" NOT LIKE {values.Add($"%\"{absent}\"%")}
                """;
        }

        return $"""t."Id" IN ({sources}) AND t."Id" NOT IN ({Excluded(filter.UserName, values, organisation)})""";
    }

    private static string Excluded(string userName, SqlValues values, string organisation) =>
        $"""SELECT "TaskId" FROM "OpenTaskKeys" WHERE "Organisation" = {organisation} AND "TaskKey" = {values.Add(TaskKeys.Excluded(userName))}""";

    private static string Narrow(TaskFilter filter, SqlValues values)
    {
        var text = "";
        if (filter.Complaint is { } number)
            text += $""" AND c."Number" = {values.Add(number)}""";
        if (filter.Text is { } part)
            text += $""" AND upper(c."Number") LIKE {values.Add($"%{Escaped(part.ToUpperInvariant())}%")} ESCAPE '!'""";
        if (filter.Step is { } step)
            text += $""" AND t."Step" = {values.Add(step)}""";
        // To ask for a category or a department must not tell of which a closed case is.
        if (filter.Category is { } category)
            text += $""" AND c."Category" = {values.Add(category)} AND c."Level" <> 'Strict'""";
        if (filter.Department is { } department)
            text += $""" AND c."Department" = {values.Add(department)} AND c."Level" <> 'Strict'""";
        return filter.Urgency is { } urgency ? text + Urgent(urgency, values.Add(filter.Now.UtcTicks), values.Add((filter.Now + TaskFilter.SoonWithin).UtcTicks)) : text;
    }

    private static string Urgent(TaskUrgency urgency, string now, string soon) => """ AND t."State" IN ('Open', 'Claimed') """ + urgency switch
    {
        TaskUrgency.Overdue => $"""AND t."DueAt" < {now}""",
        TaskUrgency.Soon => $"""AND t."DueAt" >= {now} AND t."DueAt" <= {soon}""",
        _ => $"""AND (t."DueAt" IS NULL OR t."DueAt" > {soon})""",
    };

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
