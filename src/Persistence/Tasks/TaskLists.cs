using Bpm.Application.Tasks;

namespace Bpm.Persistence.Tasks;

/// <summary>
/// The SQL of each <see cref="TaskScope"/>. The texts differ only in which filters are set and in the number of keys, so few are ever compiled.
/// A cross join says which table leads: from the few to the many, and cases only where a filter asks for them.
/// </summary>
internal static class TaskLists
{
    /// <summary>Condition of the index of tasks that wait; it is used only where a query writes it like this.</summary>
    public const string IsActive = "\"State\" IN ('Open', 'Claimed')";

    // To ask for a category, a department or a step must not tell of which a closed case is.
    private const string IsSpokenOf = "c.\"Level\" <> 'Strict'";

    private const string SoonestFirst = """t."DueAt" IS NULL, t."DueAt", t."OpenedAt", t."Id" """;

    private const string LatestFirst = """t."CompletedAt" DESC, t."Id" DESC""";

    /// <summary>A list, with its values added in the order of the text.</summary>
    public static TaskList Of(TaskFilter filter, SqlValues values)
    {
        var organisation = values.Add(filter.Organisation);
        var user = values.Add(filter.UserName);
        return filter.Scope switch
        {
            TaskScope.Available when !filter.IsNarrow => Available(filter, values, organisation),
            TaskScope.Available => Claimable(filter, values, organisation),
            TaskScope.Mine => TasksFirst(filter, values, organisation, $"""t."Assignee" = {user} AND t."State" = 'Claimed'""", SoonestFirst),
            TaskScope.Started => CasesFirst(filter, values, $"""c."RegisteredBy" = {user} AND t."Organisation" = {organisation} AND t.{IsActive}""", SoonestFirst),
            TaskScope.Done when AsksOfCase(filter) => CasesFirst(
                filter, values, $"""c."Organisation" = {organisation} AND t."CompletedBy" = {user} AND t."State" = 'Completed'""", LatestFirst),
            TaskScope.Done => TasksFirst(filter, values, organisation, $"""t."CompletedBy" = {user} AND t."State" = 'Completed'""", LatestFirst) with { IsOrdered = true },
            TaskScope.Copied => TasksFirst(filter, values, organisation, Copied(user), """t."OpenedAt" DESC, t."Id" DESC"""),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    // A step of a process copies the case, a person one task of it.
    private static string Copied(string user) => $"""
        (t."Id" IN (SELECT "TaskId" FROM "Notices" WHERE "Recipient" = {user} AND "Kind" = 'Copy' AND "TaskId" IS NOT NULL)
        OR t."CaseId" IN (SELECT "CaseId" FROM "Notices" WHERE "Recipient" = {user} AND "Kind" = 'Copy' AND "TaskId" IS NULL))
        """;

    private static TaskList TasksFirst(TaskFilter filter, SqlValues values, string organisation, string condition, string order) => new(
        $"""FROM "Tasks" t{CasesOf(filter)} WHERE t."Organisation" = {organisation} AND {condition}{IsOfTask(filter)}{Narrow(filter, values)}""", """t."Id" """, Order(filter, order));

    private static TaskList CasesFirst(TaskFilter filter, SqlValues values, string condition, string order) => new(
        $"""FROM "Cases" c CROSS JOIN "Tasks" t WHERE t."CaseId" = c."Id" AND {condition}{Narrow(filter, values)}""", """t."Id" """, Order(filter, order));

    private static string Order(TaskFilter filter, string order) => filter.Order switch
    {
        TaskOrder.Newest => """t."OpenedAt" DESC, t."Id" DESC""",
        TaskOrder.Oldest => """t."OpenedAt", t."Id" """,
        _ => order,
    };

    // The common case: a page is the start of a range of the keys, whatever the number of tasks.
    private static TaskList Available(TaskFilter filter, SqlValues values, string organisation)
    {
        var from = $"""
            FROM "OpenTaskKeys" k WHERE k."Organisation" = {organisation} AND k."TaskKey" IN ({values.Add(filter.Keys)})
            AND k."TaskId" NOT IN ({Excluded(filter.UserName, values, organisation)})
            """;
        if (filter.Complaint is { } number)
            from += $""" AND k."CaseId" IN (SELECT "Id" FROM "Cases" WHERE "Number" = {values.Add(number)})""";
        return new(from, """k."TaskId", k."DueAt", k."OpenedAt" """, KeyOrder(filter), """k."TaskId" """);
    }

    // What the caller may take, and what those may take or hold in whose stead the caller acts. Exclusions beat it on both sides.
    private static TaskList Claimable(TaskFilter filter, SqlValues values, string organisation)
    {
        // A union leaves out what is found twice; without stand-ins it has one part, in which a task stands once for each of its keys.
        const string columns = """ "TaskId", "DueAt", "OpenedAt", "CaseId", "Step" FROM "OpenTaskKeys" """;
        var sources = $"""SELECT{(filter.StandIns.Count == 0 ? " DISTINCT" : "")}{columns}WHERE "Organisation" = {organisation} AND "TaskKey" IN ({values.Add(filter.Keys)})""";
        foreach (var (absent, keys) in filter.StandIns)
        {
            sources += $"""
                 UNION SELECT{columns}WHERE "Organisation" = {organisation} AND "TaskKey" IN ({values.Add(keys)})
                AND "TaskId" NOT IN ({Excluded(absent, values, organisation)})
                 UNION SELECT "Id", COALESCE("DueAt", {TaskKeys.NeverDue}), "OpenedAt", "CaseId", "Step" FROM "Tasks" WHERE "Assignee" = {values.Add(absent)} AND "State" = 'Claimed'
                AND "Organisation" = {organisation} AND "Excluded" NOT LIKE {values.Add($"%\"{filter.UserName}\"%")} AND "Excluded" NOT LIKE {values.Add($"%\"{absent}\"%")}
                """;
        }

        return new(
            $"""
            FROM ({sources}) k{(AsksOfRow(filter) ? """ CROSS JOIN "Cases" c""" : "")} WHERE k."TaskId" NOT IN ({Excluded(filter.UserName, values, organisation)})
            {(AsksOfRow(filter) ? """ AND c."Id" = k."CaseId" """ + OfRow(filter, values) : "")}{OfDepartment(filter, values, organisation)}{OfStep(filter, values, "k")}{OfUrgency(filter, values, "k")}
            """,
            """k."TaskId" """, KeyOrder(filter));
    }

    private static string KeyOrder(TaskFilter filter) => filter.Order switch
    {
        TaskOrder.Newest => """k."OpenedAt" DESC, k."TaskId" DESC""",
        TaskOrder.Oldest => """k."OpenedAt", k."TaskId" """,
        _ => """k."DueAt", k."OpenedAt", k."TaskId" """,
    };

    private static string Excluded(string userName, SqlValues values, string organisation) =>
        $"""SELECT "TaskId" FROM "OpenTaskKeys" WHERE "Organisation" = {organisation} AND "TaskKey" = {values.Add(TaskKeys.Excluded(userName))}""";

    private static bool AsksOfCase(TaskFilter filter) => AsksOfRow(filter) || filter.Department is not null;

    private static bool AsksOfRow(TaskFilter filter) => (filter.Complaint ?? filter.Text ?? filter.Category) is not null || TellsStep(filter);

    // These lists hold cases that their reader may not know: what is narrowed to a step must not tell how far such a case is.
    private static bool TellsStep(TaskFilter filter) => filter is { Steps.Count: > 0, Scope: TaskScope.Started or TaskScope.Copied };

    private static string CasesOf(TaskFilter filter) => AsksOfCase(filter) ? """ CROSS JOIN "Cases" c""" : "";

    private static string IsOfTask(TaskFilter filter) => AsksOfCase(filter) ? """ AND c."Id" = t."CaseId" """ : "";

    private static string Narrow(TaskFilter filter, SqlValues values) => OfCase(filter, values) + OfStep(filter, values, "t") + OfUrgency(filter, values, "t");

    private static string OfCase(TaskFilter filter, SqlValues values) =>
        OfRow(filter, values) + (filter.Department is { } department ? $""" AND c."Department" = {values.Add(department)} AND {IsSpokenOf}""" : "");

    // The department stands behind the long part of a case's row, out of reach for a look at each: its index says which cases a department has.
    private static string OfDepartment(TaskFilter filter, SqlValues values, string organisation) => filter.Department is { } department
        ? $""" AND k."CaseId" IN (SELECT c."Id" FROM "Cases" c WHERE c."Organisation" = {organisation} AND c."Department" = {values.Add(department)} AND {IsSpokenOf})"""
        : "";

    private static string OfRow(TaskFilter filter, SqlValues values)
    {
        var text = "";
        if (filter.Complaint is { } number)
            text += $""" AND c."Number" = {values.Add(number)}""";
        // Numbers are written in capitals.
        if (filter.Text is { } part)
            text += $""" AND c."Number" LIKE {values.Add($"%{Escaped(part.ToUpperInvariant())}%")} ESCAPE '!'""";
        if (filter.Category is { } category)
            text += $""" AND c."Category" = {values.Add(category)} AND {IsSpokenOf}""";
        if (TellsStep(filter))
            text += $" AND {IsSpokenOf}";
        return text;
    }

    // Written so that the index of steps is not taken: it holds every task of three years, and lists know better ways to theirs.
    private static string OfStep(TaskFilter filter, SqlValues values, string table) => filter.Steps.Count > 0 ? $""" AND {table}."Step" || '' IN ({values.Add(filter.Steps)})""" : "";

    /// <param name="due">What the due time is read from: tasks, or the keys of open ones, in which never is the end of time.</param>
    private static string OfUrgency(TaskFilter filter, SqlValues values, string due)
    {
        if (filter.Urgency is not { } urgency)
            return "";
        var active = due == "t" ? $" AND t.{IsActive}" : "";
        return active + Urgent(urgency, due, values.Add(filter.Now.UtcTicks), values.Add((filter.Now + TaskFilter.SoonWithin).UtcTicks));
    }

    private static string Urgent(TaskUrgency urgency, string due, string now, string soon) => urgency switch
    {
        TaskUrgency.Overdue => $""" AND {due}."DueAt" < {now}""",
        TaskUrgency.Soon => $""" AND {due}."DueAt" >= {now} AND {due}."DueAt" <= {soon}""",
        _ => $""" AND ({due}."DueAt" IS NULL OR {due}."DueAt" > {soon})""",
    };

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
