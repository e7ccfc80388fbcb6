namespace Bpm.Domain.Complaints;

/// <summary>A registration with problems; <see cref="Refusal.Errors"/> names every field.</summary>
public sealed record RegistrationRefused : Refusal
{
    /// <param name="code">Code of the first problem.</param>
    /// <param name="message">Message of the first problem.</param>
    public RegistrationRefused(string code, string message, IReadOnlyDictionary<string, string[]> errors)
        : base(code, message, RefusalKind.Invalid) => Errors = errors;
}

/// <summary>The case is closed.</summary>
public sealed record CaseClosed()
    : Refusal("CASE-CLOSED", "该案件已办结，不能再办理。", RefusalKind.Conflict);

/// <summary>There is no such case, or the caller may not know that there is.</summary>
public sealed record CaseNotFound()
    : Refusal("CASE-NOT-FOUND", "没有这个案件，请核对编号。", RefusalKind.NotFound);

/// <summary>The text of a reply is blank, too long or holds control characters.</summary>
public sealed record ReplyTextInvalid : Refusal
{
    public ReplyTextInvalid(string message)
        : base("REPLY-TEXT-INVALID", message, RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { ["text"] = [message] };
}

/// <summary>A file has no name, is empty, too large or of a kind that a case does not take.</summary>
public sealed record AttachmentInvalid : Refusal
{
    public AttachmentInvalid(string message)
        : base("ATTACHMENT-INVALID", message, RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { ["file"] = [message] };
}

/// <summary>The reason is blank, too long or holds control characters.</summary>
public sealed record ReasonInvalid : Refusal
{
    public ReasonInvalid(string message)
        : base("REASON-INVALID", message, RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { ["reason"] = [message] };
}
