using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>Finds the cases that were merged into one, also those that came with them.</summary>
public sealed class MergedCases(ICaseStore cases)
{
    // A burst has hundreds of callers, not thousands.
    private const int Most = 500;

    /// <summary>Read-only copies, the first received first; at most 500.</summary>
    public async Task<IReadOnlyList<Case>> OfAsync(Case main, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Case>();
        var next = Into(main);
        // One question for each step away from the main case, however many cases there are.
        while (next.Count > 0 && found.Count < Most)
        {
            var some = await cases.PeekByNumberAsync(next, cancellationToken);
            foreach (var one in some)
                found[one.Number] = one;
            next = [.. some.SelectMany(Into).Where(number => !found.ContainsKey(number)).Distinct()];
        }

        return [.. found.Values.OrderBy(one => one.ReceivedAt).ThenBy(one => one.Number, StringComparer.Ordinal).Take(Most)];
    }

    private static List<string> Into(Case one) => [.. one.Links.Where(link => link.Kind == LinkKinds.MergedFrom).Select(link => link.OtherNumber)];
}
