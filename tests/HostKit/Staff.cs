namespace Bpm.HostKit;

/// <summary>The users that the first load makes outside Production.</summary>
public static class Staff
{
    public static readonly IReadOnlyList<string> OfA =
    [
        "a.hotline", "a.hotline2", "a.supervisor", "a.deputy", "a.manager", "a.meter", "a.network", "a.network.manager", "a.quality",
        "a.engineering", "a.inspection", "a.office", "a.it", "a.tech", "a.process", "a.admin",
    ];

    public static readonly IReadOnlyList<string> OfB =
    [
        "b.hotline", "b.dispatcher", "b.manager", "b.unit1", "b.unit2", "b.leader", "b.discipline", "b.director", "b.chairman", "b.process", "b.admin",
    ];

    /// <summary>Everybody of an organisation.</summary>
    public static IReadOnlyList<string> Of(string organisation) => organisation switch
    {
        "xx-water" => OfA,
        "liaocheng-water" => OfB,
        _ => throw new ArgumentOutOfRangeException(nameof(organisation), organisation, "There is no such organisation."),
    };
}
