using System.Text.Json;
using Bpm.Application.Instances.Viewing;

namespace Bpm.Studio.Instances;

/// <summary>The question of Elsa's instance list; everything may be missing.</summary>
internal sealed record InstanceQuery(
    int? Page, int? PageSize, string? SearchTerm, string? DefinitionId, IReadOnlyList<string>? DefinitionIds, string? CorrelationId, int? Version, bool? HasIncidents,
    JsonElement Status, IReadOnlyList<JsonElement>? Statuses, JsonElement SubStatus, IReadOnlyList<JsonElement>? SubStatuses, string? OrderBy, JsonElement OrderDirection,
    IReadOnlyList<InstanceQuery.MomentFilter>? TimestampFilters)
{
    private const int DefaultPageSize = 50;

    // Elsa's words in Elsa's order: clients may send the number.
    private static readonly string[] _statuses = ["Running", "Finished"];
    private static readonly string[] _subStatuses = ["Pending", "Executing", "Suspended", "Finished", "Cancelled", "Faulted", "Interrupted"];
    private static readonly string[] _directions = ["Ascending", "Descending"];

    /// <summary>What is asked for.</summary>
    public InstanceSearch Search() => new(
        SearchTerm, [.. Given(DefinitionId), .. DefinitionIds ?? []], [], CorrelationId, Version, HasIncidents,
        [.. Words(_statuses, Status), .. (Statuses ?? []).SelectMany(status => Words(_statuses, status))],
        [.. Words(_subStatuses, SubStatus), .. (SubStatuses ?? []).SelectMany(status => Words(_subStatuses, status))],
        [.. (TimestampFilters ?? []).SelectMany(filter => filter.Condition())],
        Column(OrderBy) ?? InstanceOrder.Created, Words(_directions, OrderDirection) is not ["Ascending"], Page ?? 0, PageSize ?? DefaultPageSize);

    private static string[] Given(string? value) => value is { Length: > 0 } ? [value] : [];

    private static string[] Words(string[] known, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => [Array.Find(known, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text],
        JsonValueKind.Number when value.TryGetInt32(out var index) && index >= 0 && index < known.Length => [known[index]],
        _ => [],
    };

    private static InstanceOrder? Column(string? name) => name?.ToUpperInvariant() switch
    {
        "CREATED" or "CREATEDAT" => InstanceOrder.Created,
        "UPDATED" or "UPDATEDAT" or "LASTEXECUTED" or "LASTEXECUTEDAT" => InstanceOrder.Updated,
        "FINISHED" or "FINISHEDAT" => InstanceOrder.Finished,
        "NAME" => InstanceOrder.Name,
        _ => null,
    };

    /// <summary>A condition on a moment.</summary>
    internal sealed record MomentFilter(string? Column, JsonElement Operator, DateTimeOffset? Timestamp)
    {
        private static readonly string[] _operators = Enum.GetNames<MomentComparison>();

        public IEnumerable<InstanceSearch.Moment> Condition()
        {
            if (Timestamp is { } at && InstanceQuery.Column(Column) is { } column && Words(_operators, Operator) is [var word] && Enum.TryParse<MomentComparison>(word, out var comparison))
                yield return new(column, comparison, at);
        }
    }
}
