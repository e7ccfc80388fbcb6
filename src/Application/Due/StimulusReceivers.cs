namespace Bpm.Application.Due;

/// <summary>Who hears a stimulus.</summary>
/// <param name="Starts">Workflows that it starts.</param>
/// <param name="Resumes">Places in running instances where it is waited for.</param>
public sealed record StimulusReceivers(int Starts, int Resumes);
