namespace Bpm.Architecture.Tests;

/// <summary>One file.</summary>
/// <param name="Path">Below the repository's root.</param>
/// <param name="Text">Its content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>The text with comments left out, so that a rule about code does not trip over prose.</summary>
    public string Code => string.Join('\n', Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
