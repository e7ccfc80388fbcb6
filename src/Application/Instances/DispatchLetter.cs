using System.Text.Json;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;

namespace Bpm.Application.Instances;

/// <summary>What a dispatch row carries beside the ids of parent and new instance.</summary>
/// <param name="DefinitionId">The version that is published when the row is run is started.</param>
/// <param name="Input">Inputs by name, as <see cref="ValueSerializer"/> writes a dictionary; ids and codes only.</param>
/// <param name="ParentWaits">See <see cref="WorkflowDispatch.ParentWaits"/>.</param>
/// <param name="Depth">See <see cref="StartOptions.Depth"/>.</param>
public sealed record DispatchLetter(string DefinitionId, string? CorrelationId, byte[] Input, bool ParentWaits, int Depth)
{
    /// <summary>The letter of a dispatch.</summary>
    public static DispatchLetter Of(WorkflowDispatch dispatch) =>
        new(dispatch.DefinitionId, dispatch.CorrelationId, ValueSerializer.Write(dispatch.Input), dispatch.ParentWaits, dispatch.Depth);

    /// <summary>How the instance begins.</summary>
    public StartOptions Options(string organisation, string parentId, string instanceId) => new()
    {
        InstanceId = instanceId,
        TenantId = organisation,
        ParentInstanceId = parentId,
        ParentWaits = ParentWaits,
        CorrelationId = CorrelationId,
        Depth = Depth,
        Input = (IReadOnlyDictionary<string, object?>)ValueSerializer.Read(Input)!,
    };

    /// <summary>As a row's payload.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Of a row's payload.</summary>
    public static DispatchLetter Read(byte[] payload) => JsonSerializer.Deserialize<DispatchLetter>(payload)!;
}
