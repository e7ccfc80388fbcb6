namespace Bpm.Domain.Complaints;

/// <summary>What a customer's message is.</summary>
public enum ComplaintKind
{
    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>咨询.</summary>
    Consultation,

    /// <summary>系统故障报告.</summary>
    Fault,

    /// <summary>例行工作: work that comes back by the calendar (A §六); opened by the product, never registered.</summary>
    Duty,
}
