using Bpm.Domain.Organisation;

namespace Bpm.Web.Cases;

/// <summary>What the keys of candidates are called.</summary>
public static class KeyName
{
    /// <summary>The name of a role, department, head or person; nothing else of the key is shown.</summary>
    public static string Of(OrganisationDirectory directory, string key)
    {
        if (!Keys.TrySplit(key, out var kind, out var value))
            return "";
        return kind switch
        {
            "user" => directory.DisplayName(value),
            "role" => directory.Profile.Roles.GetValueOrDefault(value)?.Name ?? "",
            "dept" => directory.Department(value)?.Name ?? "",
            "head" => directory.Department(value) is { Head: { } head } ? directory.DisplayName(head) : "",
            "leader" => directory.Department(value) is { Leader: { } leader } ? directory.DisplayName(leader) : "",
            _ => "",
        };
    }
}
