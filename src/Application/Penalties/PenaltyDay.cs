namespace Bpm.Application.Penalties;

/// <summary>How many rows a day has.</summary>
/// <param name="Day">Local day.</param>
public sealed record PenaltyDay(DateOnly Day, int Count);
