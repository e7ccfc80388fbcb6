namespace Bpm.Application.Sessions;

/// <summary>The stamp of an account whose earlier sessions have ended.</summary>
public sealed record NewStamp(string Stamp);
