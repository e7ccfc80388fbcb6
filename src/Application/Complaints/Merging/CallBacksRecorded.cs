namespace Bpm.Application.Complaints;

/// <summary>Call backs were kept.</summary>
/// <param name="Number">Of the main case.</param>
/// <param name="Calls">How many.</param>
public sealed record CallBacksRecorded(string Number, int Calls);
