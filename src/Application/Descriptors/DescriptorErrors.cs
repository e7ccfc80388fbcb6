using Bpm.Domain;

namespace Bpm.Application.Descriptors;

/// <summary>No activity has this input.</summary>
public sealed record InputUnknown(string TypeName, string Property)
    : Refusal("INPUT-UNKNOWN", $"活动“{TypeName}”没有输入“{Property}”，请刷新页面。", RefusalKind.NotFound);
