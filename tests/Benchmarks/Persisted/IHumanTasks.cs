namespace Bpm.Benchmarks.Persisted;

/// <summary>The human-task flow, burst by burst. Each call is durable when it returns.</summary>
internal interface IHumanTasks
{
    /// <summary>Starts an instance; it waits for Task1.</summary>
    Task StartAsync(string id);

    /// <summary>Sends an event to one instance: Task1, and then Task2, which ends it.</summary>
    Task SendAsync(string id, string eventName);
}
