namespace Bpm.Engine.Bookmarks;

/// <summary>Something an instance tells others. Stored with the burst as a row and delivered later, as a burst of its own for each match.</summary>
/// <param name="Name">For events <see cref="Stimulus.Event"/>.</param>
/// <param name="Payload">For events the event's name.</param>
/// <param name="CorrelationId">Only instances with this correlation id hear it; null means all.</param>
/// <param name="Value">Given to the activity that is resumed: null, text, number, bool, moment, list or dictionary.</param>
public sealed record PublishedStimulus(string Name, string? Payload, string? CorrelationId, object? Value)
{
    /// <summary>What it is matched by.</summary>
    public string Hash => Stimulus.Hash(Name, Payload);
}
