namespace Bpm.Web.Tests;

/// <summary>Tests that share the scripted cases; they change none of them.</summary>
[CollectionDefinition(Name)]
public sealed class ScriptedCollection : ICollectionFixture<ScriptedCases>
{
    public const string Name = "scripted";
}
