namespace Bpm.Web.Tests;

/// <summary>Tests that share the product.</summary>
[CollectionDefinition(Name)]
public sealed class WebCollection : ICollectionFixture<WebProduct>
{
    public const string Name = "web";
}
