namespace Bpm.Domain.Tasks;

/// <summary>How a task changed hands.</summary>
public enum TaskHandoverKind
{
    /// <summary>转办: the new holder completes it.</summary>
    Transfer,

    /// <summary>委派: the delegate gives an opinion, the owner completes it.</summary>
    Delegation,

    /// <summary>The delegate's opinion went back to the owner.</summary>
    Return,

    /// <summary>Taken from somebody who may not have it any more; anybody entitled may claim it.</summary>
    Withdrawal,

    /// <summary>退回: the holder sent the work back to an earlier step.</summary>
    SendBack,

    /// <summary>撤回: who completed it took it back.</summary>
    TakeBack,
}
