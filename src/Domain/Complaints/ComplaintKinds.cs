namespace Bpm.Domain.Complaints;

/// <summary>The codes of <see cref="ComplaintKind"/> as the outside contract and the rules spell them.</summary>
public static class ComplaintKinds
{
    /// <summary>The code: <c>complaint</c>, <c>consultation</c> or <c>fault</c>.</summary>
    public static string Code(this ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "complaint",
        ComplaintKind.Consultation => "consultation",
        ComplaintKind.Fault => "fault",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of a code, or null when there is none. Case matters.</summary>
    public static ComplaintKind? Find(string? code) => code switch
    {
        "complaint" => ComplaintKind.Complaint,
        "consultation" => ComplaintKind.Consultation,
        "fault" => ComplaintKind.Fault,
        _ => null,
    };
}
