using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Bpm.Web.Processes.Comparison;

/// <summary>A text of a drawing: Razor takes the element's name for a word of its own.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Class of the element; null for none.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired] public string X { get; set; } = "";

    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired] public string Y { get; set; } = "";

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public string Words { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
