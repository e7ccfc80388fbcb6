namespace Bpm.Workflows.Drawings.Pictures;

/// <summary>A connection of a picture, from the right side of a box through its bends to the left side of another.</summary>
/// <param name="Port">Outcome; empty for the usual one.</param>
public sealed record PictureLine(string Source, string Port, string Target, IReadOnlyList<(double X, double Y)> Points, PictureState State);
