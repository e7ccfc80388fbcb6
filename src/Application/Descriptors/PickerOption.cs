namespace Bpm.Application.Descriptors;

/// <summary>One value that an editor of the designer offers.</summary>
/// <param name="Value">What is stored in the definition.</param>
/// <param name="Text">Chinese text.</param>
public sealed record PickerOption(string Value, string Text);
