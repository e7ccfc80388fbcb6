namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>The tests around the designer share one product and one profile a person, so that Studio's files are fetched once.</summary>
[CollectionDefinition(Name)]
public sealed class DesignersCollection : ICollectionFixture<Designers>
{
    public const string Name = "designers";
}
