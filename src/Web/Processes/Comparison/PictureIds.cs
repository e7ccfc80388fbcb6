using System.Globalization;

namespace Bpm.Web.Processes.Comparison;

/// <summary>Ids of the parts of the comparison page, so that a step is found again in both drawings and in the list.</summary>
internal static class PictureIds
{
    /// <summary>A step in a drawing.</summary>
    /// <param name="side"><c>old</c> or <c>new</c>.</param>
    public static string Box(string side, string activityId) => $"{side}-{Plain(activityId)}";

    /// <summary>What is said of a step in the list.</summary>
    public static string Change(string activityId) => $"change-{Plain(activityId)}";

    // Whatever people write as an id becomes letters and figures; two ids stay two.
    private static string Plain(string id) => string.Concat(id.Select(c =>
        char.IsAsciiLetterOrDigit(c) || c == '-' ? c.ToString() : "_" + ((int)c).ToString("x", CultureInfo.InvariantCulture)));
}
