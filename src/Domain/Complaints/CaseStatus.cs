namespace Bpm.Domain.Complaints;

/// <summary>Whether a case is still worked on.</summary>
public enum CaseStatus
{
    /// <summary>办理中.</summary>
    Open,

    /// <summary>已办结.</summary>
    Closed,
}
