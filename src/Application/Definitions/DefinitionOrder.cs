namespace Bpm.Application.Definitions;

/// <summary>What a list of definitions is sorted by.</summary>
public enum DefinitionOrder
{
    Name,
    Version,
    Created,
}
