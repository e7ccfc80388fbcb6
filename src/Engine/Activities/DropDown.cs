namespace Bpm.Engine.Activities;

/// <summary>Options of a dropdown input in the shape that the designer reads.</summary>
public static class DropDown
{
    /// <summary>Makes the UI specifications from values and their Chinese labels.</summary>
    public static IReadOnlyDictionary<string, object> Of(params (string Value, string Text)[] items) => new Dictionary<string, object>
    {
        ["dropdown"] = new Dictionary<string, object>
        {
            ["selectList"] = new Dictionary<string, object>
            {
                ["items"] = items.Select(i => new Dictionary<string, object> { ["text"] = i.Text, ["value"] = i.Value }).ToArray(),
                ["isFlagsEnum"] = false,
                ["sortItems"] = false,
            },
        },
    };
}
