using Bpm.Engine.Incidents;

namespace Bpm.Engine.Storage;

/// <summary>A stored state or journal cannot be read, or does not fit the definition that it is to be run with. Never replaced by an empty state.</summary>
public sealed class InvalidStateException(string message, Exception? inner = null) : WorkflowException(message, inner);
