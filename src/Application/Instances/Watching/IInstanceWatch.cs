namespace Bpm.Application.Instances.Watching;

/// <summary>Those who look at instances at this moment and want to hear of each change.</summary>
public interface IInstanceWatch
{
    /// <summary>Does anybody look at the instance? Asked in every burst: an answer from memory.</summary>
    bool IsWatched(string instanceId);

    /// <summary>The instance changed, and the change is stored. Returns at once.</summary>
    void Changed(string instanceId);
}
