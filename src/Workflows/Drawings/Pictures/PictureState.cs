namespace Bpm.Workflows.Drawings.Pictures;

/// <summary>What became of a step or connection between two versions.</summary>
public enum PictureState
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>New in the newer version.</summary>
    Added,

    /// <summary>Gone in the newer version.</summary>
    Removed,

    /// <summary>There in both, and other than it was; or something inside it is.</summary>
    Changed,
}
