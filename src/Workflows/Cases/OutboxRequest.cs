namespace Bpm.Workflows.Cases;

/// <summary>A call to an outside system that must be sent after the burst is stored. Holds ids only.</summary>
/// <param name="System">Code of the outside system.</param>
/// <param name="Kind"><c>push</c> (a case for a department) or <c>reply</c> (a reply for the customer).</param>
/// <param name="Reference">Department code, or the reply's id.</param>
public sealed record OutboxRequest(string System, string Kind, string Reference)
{
    /// <summary>Kind of a reply for the customer.</summary>
    public const string Reply = "reply";
}
