namespace Bpm.Application.Administration.Rules;

/// <summary>One thing that two rule sets say differently.</summary>
/// <param name="Id">Article or text.</param>
/// <param name="Name">Chinese name of the limit or where the text is used.</param>
/// <param name="What">Chinese: what differs.</param>
/// <param name="Before">What the first set says; empty where it says nothing.</param>
/// <param name="After">What the second set says; empty where it says nothing.</param>
public sealed record RuleDifference(string Id, string Name, string What, string Before, string After);
