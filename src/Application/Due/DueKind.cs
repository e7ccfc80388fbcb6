namespace Bpm.Application.Due;

/// <summary>What happens when a row falls due.</summary>
public enum DueKind
{
    /// <summary>A workflow timer: Subject = instance id, Reference = bookmark id.</summary>
    Timer = 1,

    /// <summary>The next threshold of an SLA clock: Subject = case id, Reference = clock id.</summary>
    Clock = 2,

    /// <summary>A stimulus on its way to those who wait for it: Subject = sender, then receiver; Reference = stimulus id.</summary>
    Stimulus = 3,

    /// <summary>An outbox message's next attempt: Subject = case id, Reference = message id.</summary>
    Outbox = 4,

    /// <summary>The next moment of a trigger's timetable: Subject = definition id, Reference = node path of the trigger.</summary>
    Trigger = 5,

    /// <summary>An instance to be started by another: Subject = the other's id, Reference = id that the new one gets.</summary>
    Dispatch = 6,

    /// <summary>The next thing to do about a request to an outside system: Subject = instance id, Reference = call id.</summary>
    HttpCall = 7,

    /// <summary>The next occurrence of recurring work: Subject = organisation code, Reference = duty code; payload, see <see cref="Duties.Occurrence"/>.</summary>
    Duty = 8,

    /// <summary>A reply of a main case on its way to a case merged into it: Subject = main case id, Reference = reply id and the other's number.</summary>
    ReplyCopy = 9,

    /// <summary>The next change of shift: Subject = organisation code, Reference = roster code.</summary>
    Shift = 10,

    /// <summary>The calendar has changed under a case's clocks: Subject = case id.</summary>
    Calendar = 12,

    /// <summary>The time in which supervision could find a missed clock is over: Subject = case id, Reference = clock id.</summary>
    PenaltyCheck = 13,
}
