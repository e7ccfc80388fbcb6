namespace Bpm.Application.Supervision;

/// <summary>Which open clocks are listed; null means any. Cases that the reader may not read match no filter but <see cref="Overdue"/>.</summary>
/// <param name="Now">Clocks due by now are overdue.</param>
/// <param name="Until">Clocks due by then are soon due.</param>
/// <param name="Levels">Levels of confidentiality that the reader always reads.</param>
/// <param name="Reader">User name of the reader: cases that accuse the reader are not told.</param>
/// <param name="ByPerson">Groups are of persons, not of departments.</param>
/// <param name="Department">Code; empty for clocks of no department.</param>
/// <param name="Person">User name of the holder; empty for what nobody has claimed.</param>
/// <param name="Rule">Article.</param>
/// <param name="Overdue">True: overdue ones; false: soon due ones.</param>
/// <param name="Page">From 0.</param>
public sealed record SupervisionFilter(
    string Organisation, DateTimeOffset Now, DateTimeOffset Until, IReadOnlyList<string> Levels, string Reader, bool ByPerson, string? Department,
    string? Person, string? Rule, string? Channel, bool? Overdue, int Page, int PageSize);
