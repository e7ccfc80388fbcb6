namespace Bpm.Application.Status;

/// <summary>What the customer was told last.</summary>
public sealed record PublicReply(DateTimeOffset At, string Text);
