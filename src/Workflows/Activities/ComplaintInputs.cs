using Bpm.Engine.Activities;

namespace Bpm.Workflows.Activities;

/// <summary>Inputs that several complaint activities share, and the option lists of the designer's editors.</summary>
internal static class ComplaintInputs
{
    /// <summary>Group of all complaint activities in the designer's palette.</summary>
    public const string Category = "投诉办理";

    public static InputDescriptor Rule(string description) => Listed("Rule", "条款", description, Pickers.Rules);

    public static InputDescriptor Step(string description) => Listed("Step", "步骤代码", description, Pickers.Steps);

    public static InputDescriptor Department(string description) => Listed("Department", "部门", description, Pickers.Departments);

    /// <summary>A drop-down list that the organisation fills.</summary>
    /// <param name="picker">One of <see cref="Pickers"/>.</param>
    public static InputDescriptor Listed(string name, string label, string description, string picker) =>
        new(name, "String", label, description) { UIHint = "dropdown", Picker = picker };

    /// <summary>A list of ticks that the organisation fills.</summary>
    /// <param name="picker">One of <see cref="Pickers"/>.</param>
    public static InputDescriptor List(string name, string label, string description, string picker, params string[] dependsOn) =>
        new(name, "String[]", label, description) { UIHint = "checklist", Picker = picker, DependsOn = dependsOn };

    /// <summary>A drop-down list of fixed options.</summary>
    /// <param name="options">Value and Chinese text; the first is the default.</param>
    public static InputDescriptor Choice(string name, string label, string description, params (string Value, string Text)[] options) =>
        new(name, "String", label, description)
        {
            UIHint = "dropdown",
            DefaultValue = options[0].Value,
            UISpecifications = DropDown.Of(options),
        };

    /// <summary>A list of ticks, all on by default.</summary>
    public static InputDescriptor Ticks(string name, string label, string description, params (string Value, string Text)[] options) =>
        new(name, "String[]", label, description)
        {
            UIHint = "checklist",
            DefaultValue = options.Select(o => o.Value).ToArray(),
            UISpecifications = CheckList.Of(options),
        };

    public static PortDescriptor[] Ports(params (string Name, string Text)[] ports) => [.. ports.Select(p => new PortDescriptor(p.Name, p.Text))];
}
