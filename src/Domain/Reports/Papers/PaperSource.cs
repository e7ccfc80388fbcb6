namespace Bpm.Domain.Reports.Papers;

/// <summary>What a field of a paper form shows.</summary>
public enum PaperSource
{
    Number,
    Kind,
    Category,
    Channel,
    ReceivedAt,
    RegisteredAt,
    RegisteredBy,
    CustomerName,
    CustomerPhone,
    CustomerAddress,
    CustomerAccount,
    Target,
    Content,
    Demand,
    Suggestion,

    /// <summary>What the category asks besides, with its Chinese titles.</summary>
    Attributes,

    /// <summary>Every department that has or had the case.</summary>
    Departments,
    HandedOverAt,

    /// <summary>The newest due time of a limit of the regulation.</summary>
    DueAt,

    /// <summary>Where the case stands, or how it ended.</summary>
    Status,
    ClosedAt,

    /// <summary>Whether the complaint was found true.</summary>
    Founded,

    /// <summary>The newest reply to the customer.</summary>
    Reply,

    /// <summary>The opinion released inside the company.</summary>
    Opinion,

    /// <summary>Every call back: when, by whom, with what result and words.</summary>
    FollowUps,

    /// <summary>What the customer said to the newest call back.</summary>
    FollowUpResult,

    /// <summary>Every completed step: when, who, what.</summary>
    History,

    /// <summary>A field of a step's form.</summary>
    Answer,

    /// <summary>Comment of a step.</summary>
    Comment,

    /// <summary>Who completed a step.</summary>
    Doer,

    /// <summary>When a step was completed.</summary>
    DoneAt,

    /// <summary>What a step came to, in Chinese.</summary>
    Outcome,
}
