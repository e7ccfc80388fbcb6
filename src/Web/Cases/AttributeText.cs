using Bpm.Domain.Organisation;

namespace Bpm.Web.Cases;

/// <summary>Values of attributes as staff read them.</summary>
public static class AttributeText
{
    /// <summary>The title of a value; the value itself where it has none.</summary>
    public static string Of(AttributeSpec spec, string value) =>
        spec.Values is { } values && spec.ValueTitles is { } titles && values.Index().FirstOrDefault(choice => choice.Item == value) is { Item: not null } found
            ? titles[found.Index]
            : value;
}
