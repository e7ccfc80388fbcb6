namespace Bpm.Domain.Regulations;

/// <summary>What brings a penalty article up. A person decides in any case.</summary>
public enum PenaltyTrigger
{
    /// <summary>A clock that names the article is missed.</summary>
    Breach,

    /// <summary>A clock that names the article was missed and those who supervise had not found it in time.</summary>
    Check,

    /// <summary>Confirmed rows of one article and one person have come together.</summary>
    Repeat,

    /// <summary>Only a person brings it up, with a reason.</summary>
    Hand,
}
