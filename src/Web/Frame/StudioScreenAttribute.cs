namespace Bpm.Web.Frame;

/// <summary>Marks a page that holds Elsa Studio itself: it needs a wider content security policy than the product's own pages.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StudioScreenAttribute : Attribute;
