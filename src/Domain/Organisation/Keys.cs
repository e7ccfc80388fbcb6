namespace Bpm.Domain.Organisation;

/// <summary>The keys that tie people to tasks, notices and access: <c>user:</c>, <c>role:</c>, <c>dept:</c>, <c>head:</c>, <c>leader:</c>.</summary>
public static class Keys
{
    public static string User(string userName) => "user:" + userName;

    public static string Role(string code) => "role:" + code;

    public static string Department(string code) => "dept:" + code;

    /// <summary>The head of a department.</summary>
    public static string Head(string department) => "head:" + department;

    /// <summary>分管负责人: who answers for a department above its head.</summary>
    public static string Leader(string department) => "leader:" + department;

    /// <summary>Splits <c>role:hotline</c> into its parts.</summary>
    public static bool TrySplit(string key, out string kind, out string value)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        (kind, value) = colon > 0 && colon < key.Length - 1 ? (key[..colon], key[(colon + 1)..]) : ("", "");
        return kind.Length > 0;
    }
}
