namespace Bpm.Application.Descriptors;

/// <summary>Lists of the designer that are the same for every organisation.</summary>
public enum DesignerList
{
    /// <summary>Languages of expressions.</summary>
    Expressions,

    /// <summary>How many instances may run at a time.</summary>
    ActivationStrategies,

    /// <summary>What an incident does to its instance.</summary>
    IncidentStrategies,

    /// <summary>Which values the journal keeps.</summary>
    LogPersistenceStrategies,

    /// <summary>When a workflow is stored.</summary>
    WorkflowCommitStrategies,

    /// <summary>When an activity is stored: never by itself.</summary>
    ActivityCommitStrategies,

    /// <summary>Types of variables, inputs and outputs.</summary>
    VariableTypes,

    /// <summary>Where variables live.</summary>
    StorageDrivers,

    /// <summary>How outputs are converted on their way to a variable: not at all.</summary>
    OutputConverters,

    /// <summary>Ways to repeat a failed call: none, the outbox does.</summary>
    ResilienceStrategies,

    /// <summary>Optional parts of an Elsa server that are there.</summary>
    Features,
}
