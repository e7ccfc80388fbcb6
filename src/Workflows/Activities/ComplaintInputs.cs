using Bpm.Engine.Activities;

namespace Bpm.Workflows.Activities;

/// <summary>Inputs that several complaint activities share, and the option lists of the designer's editors.</summary>
internal static class ComplaintInputs
{
    /// <summary>Group of all complaint activities in the designer's palette.</summary>
    public const string Category = "投诉办理";

    public static InputDescriptor Rule(string description) => new("Rule", "String", "条款", description);

    public static InputDescriptor Step(string description) => new("Step", "String", "步骤代码", description);

    public static InputDescriptor Department(string description) => new("Department", "String", "部门", description);

    public static InputDescriptor List(string name, string label, string description) =>
        new(name, "String[]", label, description) { UIHint = "multitext" };

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
            UIHint = "dynamic-outcomes",
            DefaultValue = options.Select(o => o.Value).ToArray(),
        };

    public static PortDescriptor[] Ports(params (string Name, string Text)[] ports) => [.. ports.Select(p => new PortDescriptor(p.Name, p.Text))];
}
