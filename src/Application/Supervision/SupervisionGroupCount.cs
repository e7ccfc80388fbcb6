namespace Bpm.Application.Supervision;

/// <summary>How many clocks a department or person has.</summary>
/// <param name="Code">Department code or user name; null for none.</param>
/// <param name="Readable">False for the cases that the reader may not read: one number for all of them.</param>
public sealed record SupervisionGroupCount(string? Code, bool Readable, int Overdue, int Soon)
{
    /// <summary>All of them.</summary>
    public int All => Overdue + Soon;
}
