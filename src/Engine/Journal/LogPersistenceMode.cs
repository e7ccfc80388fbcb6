namespace Bpm.Engine.Journal;

/// <summary>Is a value kept in the journal? Elsa's words and numbers.</summary>
public enum LogPersistenceMode
{
    /// <summary>As the next one outside says: property, activity, workflow, application.</summary>
    Inherit,

    /// <summary>Kept.</summary>
    Include,

    /// <summary>Not kept.</summary>
    Exclude,
}
