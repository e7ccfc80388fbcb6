using Bpm.Domain.Complaints;

namespace Bpm.Web.Registration;

/// <summary>What kinds of cases are called.</summary>
public static class KindName
{
    /// <summary>The Chinese name, a key of the words.</summary>
    public static string Of(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "投诉",
        ComplaintKind.Consultation => "咨询",
        ComplaintKind.Fault => "系统故障",
        ComplaintKind.Duty => "例行工作",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The Chinese name of a kind's code; the code itself where there is no such kind.</summary>
    public static string Of(string? code) => code switch
    {
        null => "",
        "duty" => Of(ComplaintKind.Duty),
        _ => ComplaintKinds.Find(code) is { } kind ? Of(kind) : code,
    };
}
