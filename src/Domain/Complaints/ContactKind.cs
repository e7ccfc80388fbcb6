namespace Bpm.Domain.Complaints;

/// <summary>By what two cases may be of one customer.</summary>
public enum ContactKind
{
    /// <summary>联系电话.</summary>
    Phone,

    /// <summary>地址.</summary>
    Address,

    /// <summary>户号.</summary>
    Account,
}
