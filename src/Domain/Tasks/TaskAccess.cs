namespace Bpm.Domain.Tasks;

/// <summary>What of a confidential case somebody sees who holds or may claim a task of it.</summary>
public enum TaskAccess
{
    /// <summary>The whole case.</summary>
    Full,

    /// <summary>The released opinion only.</summary>
    Opinion,
}
