namespace Bpm.Domain.Complaints;

/// <summary>What a <see cref="CaseNote"/> gives the reason of.</summary>
public static class NoteKinds
{
    /// <summary>关联.</summary>
    public const string Link = "link";

    /// <summary>并案.</summary>
    public const string Merge = "merge";

    /// <summary>更正.</summary>
    public const string Correction = "correction";

    /// <summary>催办.</summary>
    public const string Reminder = "reminder";

    /// <summary>Chinese title of a kind.</summary>
    public static string Title(string kind) => kind switch
    {
        Link => "关联",
        Merge => "并案",
        Correction => "更正",
        Reminder => "催办",
        _ => kind,
    };
}
