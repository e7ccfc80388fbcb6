using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>A container that hears a Break inside it.</summary>
internal interface IBreakable
{
    /// <summary>Notes that it is to end as soon as what it runs completes. True for a loop: containers around it do not hear of it.</summary>
    bool Break(ActivityContext c);
}
