namespace Bpm.Benchmarks.Engine;

/// <summary>What Elsa 3 needs for the same flow, from performance.md: measured on a quiet machine of the same kind, two cores, Release.</summary>
/// <param name="RunsPerSecond">In memory, one thread.</param>
/// <param name="KiBPerRun">Allocated.</param>
internal sealed record ElsaFigures(double RunsPerSecond, double KiBPerRun)
{
    public static ElsaFigures Seq10 { get; } = new(810, 370);

    public static ElsaFigures Flow12 { get; } = new(700, 460);

    public static ElsaFigures While100 { get; } = new(107, 3.1 * 1024);

    public static ElsaFigures FlowLoop100 { get; } = new(45, 7.2 * 1024);
}
