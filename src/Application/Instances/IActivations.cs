namespace Bpm.Application.Instances;

/// <summary>Which instances run, for strategies that allow one only. Works in the running transaction.</summary>
public interface IActivations
{
    /// <summary>Does an instance run that forbids this one?</summary>
    /// <param name="except">Id of an instance that does not count, or null.</param>
    Task<bool> IsTakenAsync(Activation activation, string? except, CancellationToken cancellationToken);

    /// <summary>Makes the database refuse any second running instance with this key. An error where there is one after all.</summary>
    Task HoldAsync(string instanceId, string key, CancellationToken cancellationToken);
}
