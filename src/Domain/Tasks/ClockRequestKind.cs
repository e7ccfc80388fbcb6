namespace Bpm.Domain.Tasks;

/// <summary>What somebody asks for the clock of a task.</summary>
public enum ClockRequestKind
{
    /// <summary>延期.</summary>
    Extend,

    /// <summary>暂停.</summary>
    Pause,

    /// <summary>恢复计时; needs nobody's consent.</summary>
    Resume,
}
