namespace Bpm.Application.Definitions;

/// <summary>Which versions of definitions are wanted; Elsa's words.</summary>
public enum VersionChoice
{
    /// <summary>Every version.</summary>
    AllVersions,

    /// <summary>The newest of each definition.</summary>
    Latest,

    /// <summary>Those that new instances run.</summary>
    Published,

    /// <summary>The newest and the published of each definition.</summary>
    LatestOrPublished,

    /// <summary>The newest where it is published as well.</summary>
    LatestAndPublished,

    /// <summary>The newest where it was never published.</summary>
    Draft,
}
