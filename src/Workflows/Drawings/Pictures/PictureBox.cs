namespace Bpm.Workflows.Drawings.Pictures;

/// <summary>A step of a picture.</summary>
/// <param name="Id">Id of its activity.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">Type name of its activity.</param>
public sealed record PictureBox(string Id, string Name, string Type, double X, double Y, double Width, double Height, PictureState State);
