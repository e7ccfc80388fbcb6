namespace Bpm.Domain.Complaints;

/// <summary>The codes of <see cref="ComplaintKind"/> as the outside contract and the rules spell them.</summary>
public static class ComplaintKinds
{
    /// <summary>The code: <c>complaint</c>, <c>consultation</c>, <c>fault</c> or <c>duty</c>.</summary>
    public static string Code(this ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "complaint",
        ComplaintKind.Consultation => "consultation",
        ComplaintKind.Fault => "fault",
        ComplaintKind.Duty => "duty",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that may be registered under a code, or null when there is none; nobody registers a duty. Case matters.</summary>
    public static ComplaintKind? Find(string? code) => code switch
    {
        "complaint" => ComplaintKind.Complaint,
        "consultation" => ComplaintKind.Consultation,
        "fault" => ComplaintKind.Fault,
        _ => null,
    };
}
