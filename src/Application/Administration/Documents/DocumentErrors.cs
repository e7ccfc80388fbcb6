using Bpm.Domain;

namespace Bpm.Application.Administration.Documents;

/// <summary>Somebody else has saved since the editor read the document.</summary>
public sealed record DocumentChanged(string Who, string When)
    : Refusal("DOCUMENT-CHANGED", $"{Who} 在 {When} 保存过这份配置，您的修改没有保存；请刷新页面，核对后重新修改。", RefusalKind.Conflict);

/// <summary>There is no such document.</summary>
public sealed record DocumentNotFound() : Refusal("DOCUMENT-NOT-FOUND", "没有找到这份配置，可能已被删除；请刷新页面。", RefusalKind.NotFound);

/// <summary>The thing to change is not in the document.</summary>
public sealed record EntryNotFound(string What, string Code)
    : Refusal("ENTRY-NOT-FOUND", $"没有找到{What}“{Code}”，可能已被删除；请刷新页面。", RefusalKind.NotFound);

/// <summary>The code is somebody else's already.</summary>
public sealed record EntryTaken(string What, string Code)
    : Refusal("ENTRY-TAKEN", $"{What}“{Code}”已经存在，请换一个。", RefusalKind.Conflict);

/// <summary>The document would not pass its checks, or published workflows would not fit it any more.</summary>
public sealed record DocumentRefused : Refusal
{
    public DocumentRefused(IReadOnlyList<string> findings)
        : base("DOCUMENT-REFUSED", "没有保存：" + string.Join(' ', findings.Take(5)), RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["document"] = [.. findings] };
}

/// <summary>Something still needs what would vanish.</summary>
public sealed record StillNeeded(string What, string NeededBy)
    : Refusal("STILL-NEEDED", $"{What}还在使用：{NeededBy}。请先处理完再操作。", RefusalKind.Conflict);
