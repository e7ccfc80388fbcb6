namespace Bpm.Engine.Definitions;

/// <summary>Finds the known name nearest to one that was mistyped.</summary>
internal static class DidYouMean
{
    /// <summary>A clause such as <c>。是否想写 “Elsa.Flowchart”？</c>, or an empty text where nothing is near.</summary>
    public static string Clause(string wrong, IEnumerable<string> known)
    {
        // Nobody mistypes so long a name, and the search takes time with its length.
        if (wrong.Length > 100) return "";
        string? best = null;
        var least = Math.Max(2, wrong.Length / 3) + 1;
        foreach (var name in known)
        {
            var d = Distance(wrong.ToUpperInvariant(), name.ToUpperInvariant());
            if (d >= least) continue;
            (best, least) = (name, d);
        }
        return best is null ? "" : $"是否想写 “{best}”？";
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
