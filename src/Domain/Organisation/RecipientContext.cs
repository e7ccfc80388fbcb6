namespace Bpm.Domain.Organisation;

/// <summary>What a recipient token is read against.</summary>
/// <param name="At">Moment that the roster is asked for.</param>
/// <param name="Holder">User name of the holder of the open task that the clock runs over, or null.</param>
/// <param name="Department">Department of the clock, or null.</param>
public sealed record RecipientContext(DateTimeOffset At, string? Holder = null, string? Department = null)
{
    /// <summary>User names that <c>owner</c> means: the holder of the clock's open task or, while nobody holds it, all who may claim it.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>User names that are told nothing, because they are accused: the 分管负责人 hears in the place of such a head.</summary>
    public IReadOnlyCollection<string> ShutOut { get; init; } = [];
}
