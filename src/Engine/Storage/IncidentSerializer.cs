using Bpm.Engine.Incidents;

namespace Bpm.Engine.Storage;

/// <summary>The incidents of an instance's state.</summary>
internal static class IncidentSerializer
{
    public static void Write(StateWriter w, List<Incident> incidents)
    {
        w.UInt((ulong)incidents.Count);
        foreach (var i in incidents)
        {
            w.Text(i.ActivityId);
            w.Text(i.NodePath);
            w.Text(i.ActivityType);
            w.Int(i.ActivityInstanceId);
            w.Text(i.ExceptionType);
            w.Text(i.Message);
            w.Moment(i.Time);
            w.Text(i.WorkflowName);
            w.Text(i.StepName);
            w.Text(i.Property);
            w.Byte(i.Resolution is { } how ? (byte)(how + 1) : (byte)0);
            if (i.ResolvedAt is { } resolved) w.Moment(resolved);
        }
    }

    public static void Read(ref StateReader r, List<Incident> incidents, int version)
    {
        for (var left = r.Count(); left > 0; left--)
        {
            var incident = new Incident(r.Required(), r.Required(), r.Required(), r.Int32(), r.Required(), r.Required(), r.Moment());
            incidents.Add(version > 2 ? Rest(ref r, incident) : incident);
        }
    }

    private static Incident Rest(ref StateReader r, Incident incident)
    {
        incident = incident with { WorkflowName = r.Required(), StepName = r.Required(), Property = r.Text() };
        var how = r.Byte();
        if (how == 0) return incident;
        var resolution = (IncidentResolution)(how - 1);
        return Enum.IsDefined(resolution) ? incident with { Resolution = resolution, ResolvedAt = r.Moment() } : throw StateReader.Broken();
    }
}
