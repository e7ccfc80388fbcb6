namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>The tests of staff pages share one product: starting it takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<Office>
{
    public const string Name = "office";
}
