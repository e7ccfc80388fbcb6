using Bpm.Domain;

namespace Bpm.Application.Administration.People;

/// <summary>Who is to leave stands in for somebody who is away, or will be.</summary>
public sealed record SubstituteNeeded(string Who, string Absent, string Until) : Refusal(
    "SUBSTITUTE-NEEDED", $"{Who}是{Absent}外出期间（至 {Until}）的代办人，不能停用；请先在{Absent}的人员页结束这次外出，或另行登记代办人。", RefusalKind.Conflict);
