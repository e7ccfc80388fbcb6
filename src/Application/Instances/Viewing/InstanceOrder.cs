namespace Bpm.Application.Instances.Viewing;

/// <summary>By what instances are ordered.</summary>
public enum InstanceOrder
{
    Created,
    Updated,
    Finished,
    Name,
}
