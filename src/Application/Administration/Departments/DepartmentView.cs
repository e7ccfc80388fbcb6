namespace Bpm.Application.Administration.Departments;

/// <summary>A department as administrators see it.</summary>
/// <param name="Head">User name, or null.</param>
/// <param name="Leader">User name, or null.</param>
/// <param name="PushSystem">Code, or null.</param>
/// <param name="Members">How many people who are here belong to it.</param>
public sealed record DepartmentView(
    string Code, string Name, string? Parent, string? Head, string? HeadName, string? Leader, string? LeaderName, string? PushSystem, string? PushSystemName,
    bool HandlesCases, int Members);
