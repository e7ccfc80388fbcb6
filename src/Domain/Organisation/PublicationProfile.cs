namespace Bpm.Domain.Organisation;

/// <summary>How an organisation publishes its workflow definitions.</summary>
/// <param name="Approval">Does a second person have to agree?</param>
/// <param name="Duty">The duty whose case asks for it.</param>
public sealed record PublicationProfile(bool Approval, string Duty);
