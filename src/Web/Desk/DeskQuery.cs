using System.Globalization;
using Bpm.Application.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Desk;

/// <summary>What the address of the desk asks for; everything in it may be anything.</summary>
/// <param name="Scope">A task list; null where the address names none.</param>
/// <param name="Page">From 0.</param>
public sealed record DeskQuery(TaskScope? Scope, string? Text, string? Category, string? Department, string? Urgency, string? Order, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private const int LongestCode = 50;

    private static readonly string[] Urgencies = [.. Enum.GetNames<TaskUrgency>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Orders = [.. Enum.GetNames<TaskOrder>().Select(name => name.ToLowerInvariant())];

    /// <summary>Codes of the steps that the list is narrowed to; empty for all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>True where the list is narrowed.</summary>
    public bool IsNarrow => Text is not null || Steps.Count > 0 || Category is not null || Department is not null || Urgency is not null;

    /// <summary>Reads a query.</summary>
    public static DeskQuery Read(IQueryCollection query) => new(
        Enum.TryParse<TaskScope>(query["scope"], ignoreCase: true, out var scope) && Enum.IsDefined(scope) ? scope : null,
        Given(query["text"]) is { Length: <= ListTasks.LongestFilter } text ? text : null,
        Given(query["category"]),
        Given(query["department"]),
        Given(query["urgency"]) is { } urgency && Urgencies.Contains(urgency) ? urgency : null,
        Given(query["order"]) is { } order && Orders.Contains(order) ? order : null,
        int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 0, 1_000_000) : 0)
    {
        Steps = [.. query["step"].Select(Given).OfType<string>().Where(step => step.Length <= LongestCode).Distinct().Take(ListTasks.MostSteps)],
    };

    /// <summary>The list that is asked for.</summary>
    public ListTasks ToRequest(TaskScope scope) => new(scope.ToString(), null, Page, PageSize)
    {
        Text = Text,
        Steps = Steps,
        Category = Category,
        Department = Department,
        Urgency = Urgency,
        Order = Order,
    };

    /// <summary>The query of an address that asks for this, without the question mark; the page is left out where it is the first.</summary>
    public string ToQuery()
    {
        (string Name, string? Value)[] parts =
        [
            ("scope", Scope?.ToString().ToLowerInvariant()), ("text", Text), .. Steps.Select(step => ("step", (string?)step)), ("category", Category), ("department", Department), ("urgency", Urgency),
            ("order", Order), ("page", Page > 0 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>The address that asks for this.</summary>
    public string ToAddress() => "/?" + ToQuery();

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
