using Bpm.Domain.Complaints;

namespace Bpm.Domain.Organisation;

/// <summary>A category of complaints and what its registration needs.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Kinds">Kinds that may be registered under it.</param>
/// <param name="DefinitionId">The workflow definition that its cases run.</param>
/// <param name="Department">Department that it belongs to unless the process says otherwise, or null.</param>
/// <param name="Required">Names of the registration's fields that may not be blank.</param>
public sealed record CategoryProfile(
    string Code,
    string Name,
    IReadOnlyList<ComplaintKind> Kinds,
    string DefinitionId,
    string? Department,
    Confidentiality Level,
    IReadOnlyList<string> Required,
    IReadOnlyDictionary<string, AttributeSpec> Attributes)
{
    /// <summary>The attributes that a registration asks for.</summary>
    public IEnumerable<KeyValuePair<string, AttributeSpec>> AskedAttributes => Attributes.Where(attribute => attribute.Value.IsActive);
}
