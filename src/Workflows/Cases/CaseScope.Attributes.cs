using System.Text.Json;
using Bpm.Domain.Tasks;

namespace Bpm.Workflows.Cases;

/// <content>Attributes of the case that come to be known while it is handled.</content>
public sealed partial class CaseScope
{
    /// <summary>Takes over the fields of a task's form that are attributes of the category, and decides the clocks anew where that matters.</summary>
    internal void Learn(HumanTask task)
    {
        if (task.Answer is not { Value.Values: { } values } || !Directory.Profile.Categories.TryGetValue(Complaint.Category, out var category))
            return;
        Learn(values.Where(value => category.Attributes.ContainsKey(value.Key)).ToDictionary(value => value.Key, value => Text(value.Value)), "已查明区域或管径");
    }

    /// <summary>Takes over attributes and decides the clocks anew where something changed.</summary>
    /// <param name="values">Valid values of attributes that the category declares.</param>
    /// <param name="why">Chinese, for the clocks' explanations.</param>
    /// <returns>True when something changed.</returns>
    public bool Learn(IReadOnlyDictionary<string, string> values, string why)
    {
        if (!Complaint.Learn(values))
            return false;
        Record("case.attributes", $"case:{Complaint.Number}", string.Join(' ', values.Keys.Order(StringComparer.Ordinal)));
        Redecide(why);
        return true;
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
