using Bpm.Engine.Activities;

namespace Bpm.Application.Descriptors;

/// <summary>Descriptors for what nothing runs: the designer draws no workflow in which a type is missing.</summary>
internal static class DescriptorsOfUnknown
{
    /// <summary>Elsa's own stand-in.</summary>
    public static ActivityDescriptor NotFound { get; } =
        new("Elsa.NotFoundActivity", "其他", "未知活动", "本系统没有这种活动，请换成其他活动。") { IsBrowsable = false };

    /// <summary>A type that a stored definition names.</summary>
    public static ActivityDescriptor Of(string typeName, int version) =>
        NotFound with { TypeName = typeName, Version = version, DisplayName = $"未知活动（{typeName}）" };
}
