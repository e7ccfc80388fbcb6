using Bpm.Domain;

namespace Bpm.Application.Definitions.Subgraphs;

/// <summary>The version has no such activity, or there is no such version for the caller.</summary>
public sealed record NodeNotFound() : Refusal("NODE-NOT-FOUND", "没有找到这个步骤，请刷新页面。", RefusalKind.NotFound);
