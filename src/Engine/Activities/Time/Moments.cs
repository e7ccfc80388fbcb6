using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Time;

/// <summary>Arithmetic on the moment of a burst.</summary>
internal static class Moments
{
    /// <summary>The moment a span after the burst's; a negative span counts as none.</summary>
    public static DateTimeOffset Later(ActivityContext c, TimeSpan span)
    {
        if (span > DateTimeOffset.MaxValue - c.Now) throw new ActivityFaultException("延时过长。");
        return span > TimeSpan.Zero ? c.Now + span : c.Now;
    }
}
