namespace Bpm.Studio.Tests;

/// <summary>Tests that share the product.</summary>
[CollectionDefinition(Name)]
public sealed class StudioCollection : ICollectionFixture<StudioProduct>
{
    public const string Name = "studio";
}
