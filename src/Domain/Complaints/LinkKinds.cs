namespace Bpm.Domain.Complaints;

/// <summary>What a <see cref="CaseLink"/> says of two cases.</summary>
public static class LinkKinds
{
    /// <summary>同类: about the same thing.</summary>
    public const string Similar = "similar";

    /// <summary>重复: the same customer complains of the same again.</summary>
    public const string Repeat = "repeat";

    /// <summary>打击报复: the customer suffers for an earlier complaint.</summary>
    public const string Retaliation = "retaliation";

    /// <summary>新事项: looked at beside the other one, and not the same matter.</summary>
    public const string New = "new";

    /// <summary>已并入: the other case goes on for this one.</summary>
    public const string MergedInto = "merged-into";

    /// <summary>并入本案: this case goes on for the other one.</summary>
    public const string MergedFrom = "merged-from";

    /// <summary>What staff may choose, in the order to show.</summary>
    public static IReadOnlyList<string> Chosen { get; } = [Similar, Repeat, Retaliation];

    /// <summary>What staff may say of two cases: what ties them, or that nothing does.</summary>
    public static IReadOnlyList<string> Told { get; } = [.. Chosen, New];

    /// <summary>Chinese title of a kind.</summary>
    public static string Title(string kind) => kind switch
    {
        Similar => "同类案件",
        Repeat => "重复投诉",
        Retaliation => "涉嫌打击报复",
        New => "已核对，为新事项",
        MergedInto => "已并入",
        MergedFrom => "并入本案",
        _ => kind,
    };
}
