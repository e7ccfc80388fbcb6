namespace Bpm.Durability.Tests.Races;

/// <summary>Processes in which a person and time run for the same join.</summary>
public static class RaceDefinitions
{
    /// <summary>Notice text of the person's path.</summary>
    public const string PersonFirst = "人工先到";

    /// <summary>Notice text of the timer's path.</summary>
    public const string TimeFirst = "定时先到";

    /// <summary>A task against a delay; after the join, Redo runs the same race again.</summary>
    public static byte[] TaskAgainstDelay(string delay = "01:00:00") => new FlowBuilder("xx-water", "xx-water-meter-data", "人工与定时")
        .Add("start", "Elsa.Start")
        .Add("fork", "Elsa.FlowFork", ("branches", "String[]", """["人工","定时"]"""))
        .AddTask("race", "Answered")
        .AddNotice("person", PersonFirst)
        .Add("delay", "Elsa.Delay", ("timeSpan", "TimeSpan", delay))
        .AddNotice("time", TimeFirst)
        .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Core.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAny"))
        .AddTask("after", "Redo", "Ended")
        .Add("close", "Bpm.Close", ("ending", "String", "managed"), ("founded", "Boolean", "True"))
        .Add("finish", "Elsa.Finish")
        .Connect("start", "Done", "fork")
        .Connect("fork", "人工", "race").Connect("race", "Answered", "person").Connect("person", "Done", "join")
        .Connect("fork", "定时", "delay").Connect("delay", "Done", "time").Connect("time", "Done", "join")
        .Connect("join", "Done", "after")
        .Connect("after", "Redo", "fork")
        .Connect("after", "Ended", "close").Connect("close", "Done", "finish")
        .Build();

    /// <summary>A task against the breach of the category's own clock; either path stops the clock, in time or late.</summary>
    public static byte[] TaskAgainstBreach() => new FlowBuilder("xx-water", "xx-water-water-quality", "人工与超期")
        .Add("start", "Elsa.Start")
        .Add("push", "Bpm.Push", ("department", "String", "quality"))
        .Add("clock", "Bpm.StartClock", ("rule", "String", "A-4.5"), ("from", "String", "now"))
        .Add("fork", "Elsa.FlowFork", ("branches", "String[]", """["人工","超期"]"""))
        .AddTask("race", "Answered")
        .Add("stop", "Bpm.StopClock", ("rule", "String", "A-4.5"))
        .AddNotice("person", PersonFirst)
        .Add("breach", "Bpm.WaitForClock", ("rule", "String", "A-4.5"), ("events", "String[]", """["Breached"]"""))
        .Add("late", "Bpm.StopClock", ("rule", "String", "A-4.5"))
        .AddNotice("time", TimeFirst)
        .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Core.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAny"))
        .AddTask("after", "Redo", "Ended")
        .Add("close", "Bpm.Close", ("ending", "String", "managed"), ("founded", "Boolean", "True"))
        .Add("finish", "Elsa.Finish")
        .Connect("start", "Done", "push").Connect("push", "Done", "clock").Connect("clock", "Done", "fork")
        .Connect("fork", "人工", "race").Connect("race", "Answered", "stop").Connect("stop", "Done", "person").Connect("person", "Done", "join")
        .Connect("fork", "超期", "breach").Connect("breach", "Breached", "late").Connect("late", "Done", "time").Connect("time", "Done", "join")
        .Connect("join", "Done", "after")
        .Connect("after", "Redo", "push")
        .Connect("after", "Ended", "close").Connect("close", "Done", "finish")
        .Build();

    /// <summary>An event and a timer of an hour race; no case is concerned.</summary>
    public static byte[] Plain(string definitionId, string organisation) => new FlowBuilder(organisation, definitionId, "事件与定时")
        .Add("start", "Elsa.Start")
        .Add("fork", "Elsa.FlowFork", ("branches", "String[]", """["事件","定时"]"""))
        .Add("event", "Elsa.Event", ("eventName", "String", "go"))
        .Add("told", "Elsa.WriteLine", ("text", "String", "told"))
        .Add("delay", "Elsa.Delay", ("timeSpan", "TimeSpan", "01:00:00"))
        .Add("late", "Elsa.WriteLine", ("text", "String", "late"))
        .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Core.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAny"))
        .Add("after", "Elsa.WriteLine", ("text", "String", "after"))
        .Connect("start", "Done", "fork")
        .Connect("fork", "事件", "event").Connect("event", "Done", "told").Connect("told", "Done", "join")
        .Connect("fork", "定时", "delay").Connect("delay", "Done", "late").Connect("late", "Done", "join")
        .Connect("join", "Done", "after")
        .Build();
}
