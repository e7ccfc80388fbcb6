namespace Bpm.Domain.Tasks;

/// <summary>When somebody who was added to a task (加签) has the say.</summary>
public enum SignerPosition
{
    /// <summary>前加签: before the holder may complete it.</summary>
    Before,

    /// <summary>后加签: after the holder has completed it, and before the process goes on.</summary>
    After,
}
