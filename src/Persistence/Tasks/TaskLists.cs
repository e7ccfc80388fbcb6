using Bpm.Application.Tasks;

namespace Bpm.Persistence.Tasks;

/// <summary>The SQL of each <see cref="TaskScope"/>. The texts differ only in the number of the caller's keys, so few are ever compiled.</summary>
internal static class TaskLists
{
    private const string SoonestFirst = """t."DueAt" IS NULL, t."DueAt", t."OpenedAt", t."Id" """;

    public static TaskList Of(TaskFilter filter) => filter.Scope switch
    {
        TaskScope.Available => Available(filter),
        TaskScope.Mine => OfTasks(filter, """t."Assignee" = @p1 AND t."State" = 'Claimed'""", SoonestFirst),
        TaskScope.Started => OfTasks(filter, """c."RegisteredBy" = @p1 AND t."State" IN ('Open', 'Claimed')""", SoonestFirst),
        TaskScope.Done => OfTasks(filter, """t."CompletedBy" = @p1 AND t."State" = 'Completed'""", """t."CompletedAt" DESC, t."Id" DESC"""),
        TaskScope.Copied => OfTasks(
            filter,
            """c."Id" IN (SELECT "CaseId" FROM "Notices" WHERE "Recipient" = @p1 AND "Kind" = 'Copy')""",
            """t."OpenedAt" DESC, t."Id" DESC"""),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static TaskList OfTasks(TaskFilter filter, string condition, string order)
    {
        var from = $"""
            FROM "Tasks" t JOIN "Cases" c ON c."Id" = t."CaseId"
            WHERE t."Organisation" = @p0 AND {condition}{(filter.Complaint is null ? "" : """ AND c."Number" = @p2""")}
            """;
        object?[] values = filter.Complaint is null
            ? [filter.Organisation, filter.UserName]
            : [filter.Organisation, filter.UserName, filter.Complaint];
        return new($"SELECT count(*) {from}", $"""SELECT t."Id" {from} ORDER BY {order} {Limit(values.Length)}""", values);
    }

    private static TaskList Available(TaskFilter filter)
    {
        object?[] values = [filter.Organisation, TaskKeys.Excluded(filter.UserName), .. filter.Keys, .. Complaint(filter)];
        var keys = string.Join(", ", Enumerable.Range(2, filter.Keys.Count).Select(i => $"@p{i}"));
        var number = filter.Complaint is null
            ? ""
            : $"""
               AND "TaskId" IN (SELECT t."Id" FROM "Tasks" t JOIN "Cases" c ON c."Id" = t."CaseId" WHERE c."Number" = @p{values.Length - 1})
              """;
        var from = $"""
            FROM "OpenTaskKeys" WHERE "Organisation" = @p0 AND "TaskKey" IN ({keys})
            AND "TaskId" NOT IN (SELECT "TaskId" FROM "OpenTaskKeys" WHERE "Organisation" = @p0 AND "TaskKey" = @p1){number}
            """;
        return new(
            $"""SELECT count(DISTINCT "TaskId") {from}""",
            $"""SELECT DISTINCT "TaskId", "DueAt", "OpenedAt" {from} ORDER BY "DueAt", "OpenedAt", "TaskId" {Limit(values.Length)}""",
            values);
    }

    private static string[] Complaint(TaskFilter filter) => filter.Complaint is { } number ? [number] : [];

    private static string Limit(int values) => $"LIMIT @p{values} OFFSET @p{values + 1}";
}
