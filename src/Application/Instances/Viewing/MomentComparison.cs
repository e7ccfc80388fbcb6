namespace Bpm.Application.Instances.Viewing;

/// <summary>How one moment compares to another.</summary>
public enum MomentComparison
{
    Is,
    IsNot,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
