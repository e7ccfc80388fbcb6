namespace Bpm.Engine.Activities;

/// <summary>Options of a list of ticks in the shape that the designer reads.</summary>
public static class CheckList
{
    /// <summary>Makes the UI specifications from values and their Chinese labels.</summary>
    public static IReadOnlyDictionary<string, object> Of(params (string Value, string Text)[] items) => new Dictionary<string, object>
    {
        ["checklist"] = new Dictionary<string, object>
        {
            ["checkList"] = new Dictionary<string, object>
            {
                ["items"] = items.Select(i => new Dictionary<string, object> { ["text"] = i.Text, ["value"] = i.Value, ["isChecked"] = false }).ToArray(),
                ["isFlagsEnum"] = false,
            },
        },
    };
}
