using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Bpm.Engine.Tests;

/// <summary>Runs a theory once for each <see cref="RunMode"/>, before the values given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryModeAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new(Enum.GetValues<RunMode>().Select(mode => new TheoryDataRow([mode, .. values])).ToArray());

    public override bool SupportsDiscoveryEnumeration() => true;
}
