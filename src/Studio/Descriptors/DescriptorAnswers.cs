using System.Runtime.CompilerServices;
using System.Text.Json;
using Bpm.Application.Descriptors;
using Bpm.Studio.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bpm.Studio.Descriptors;

/// <summary>Writes each set of descriptors once; who has it already is told so.</summary>
public sealed class DescriptorAnswers
{
    private readonly ConditionalWeakTable<ActivityDescriptorSet, byte[]> _written = [];

    /// <summary>The set as JSON, or 304.</summary>
    public IResult Of(ActivityDescriptorSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        // TypedResults.Bytes compares the tag with what the caller has.
        return TypedResults.Bytes(_written.GetValue(set, Write), "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{set.Tag}\""));
    }

    private static byte[] Write(ActivityDescriptorSet set) => JsonSerializer.SerializeToUtf8Bytes(
        new ElsaList<ElsaActivityDescriptor>([.. set.Activities.Select(activity => ElsaDescriptors.Of(activity, set))]), ElsaResults.Json);
}
