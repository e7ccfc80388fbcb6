namespace Bpm.Quarter.Tests.Simulation;

/// <summary>Seeded chance: the same seed gives the same quarter.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>One of several, each as often as its weight says.</summary>
    public T Weighted<T>(IEnumerable<(T Choice, int Weight)> choices)
    {
        var all = choices.ToArray();
        var left = _random.Next(all.Sum(choice => choice.Weight));
        return all.First(choice => (left -= choice.Weight) < 0).Choice;
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromMilliseconds(_random.NextInt64((long)Math.Max(1, (most - least).TotalMilliseconds)));

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int most) =>
        [.. choices.OrderBy(_ => _random.Next()).Take(_random.Next(most + 1))];
}
