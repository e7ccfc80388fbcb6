namespace Bpm.Domain.Complaints;

/// <summary>How closed a case is inside its organisation. Who reads at which level is data of the organisation.</summary>
public enum Confidentiality
{
    /// <summary>Customer service and the departments concerned read it.</summary>
    Open,

    /// <summary>Only those who handle or supervise it read it (B art.7(2)).</summary>
    Restricted,

    /// <summary>Named roles only; others see number, state and a neutral clock.</summary>
    Strict,
}
