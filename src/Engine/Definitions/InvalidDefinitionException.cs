using Bpm.Engine.Incidents;

namespace Bpm.Engine.Definitions;

/// <summary>A definition that cannot be run, or a file that is no definition. Lists everything found, not only the first error.</summary>
public sealed class InvalidDefinitionException : WorkflowException
{
    public InvalidDefinitionException(IReadOnlyList<DefinitionError> errors)
        : base(string.Join(Environment.NewLine, errors.Select(Text)))
    {
        Errors = errors;
        Path = errors.Count > 0 ? errors[0].Path : null;
        ActivityId = errors.Count > 0 ? errors[0].ActivityId : null;
    }

    public InvalidDefinitionException(string path, string? activityId, string message, string code = DefinitionError.Invalid)
        : this([new DefinitionError(path, activityId, message) { Code = code }]) { }

    /// <summary>Every error found, in the order of the file. Never empty.</summary>
    public IReadOnlyList<DefinitionError> Errors { get; }

    private static string Text(DefinitionError e) => e.Path.Length == 0 ? e.Message : $"{e.Path}：{e.Message}";
}
