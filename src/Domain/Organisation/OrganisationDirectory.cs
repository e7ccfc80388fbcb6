using System.Collections.Frozen;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Organisation;

/// <summary>The people of one organisation at one moment: an immutable snapshot with look-ups that allocate nothing.</summary>
public sealed class OrganisationDirectory
{
    private readonly FrozenDictionary<string, StaffMember> _staff;
    private readonly FrozenDictionary<string, IReadOnlySet<string>> _keys;
    private readonly FrozenDictionary<string, string[]> _usersByKey;
    private readonly FrozenDictionary<string, Department> _departments;
    private readonly FrozenDictionary<string, string> _departmentAliases;
    private readonly FrozenDictionary<string, string> _roleAliases;
    private readonly FrozenDictionary<string, ShiftRoster> _rosters;
    private readonly FrozenDictionary<string, FormOption[]> _pickers;

    public OrganisationDirectory(
        OrganisationProfile profile, IEnumerable<Department> departments, IEnumerable<StaffMember> staff, IEnumerable<ShiftRoster> rosters)
    {
        Profile = profile;
        Departments = [.. departments];
        People = [.. staff];
        _staff = People.ToFrozenDictionary(member => member.UserName);
        _departments = Departments.ToFrozenDictionary(department => department.Code);
        _rosters = rosters.ToFrozenDictionary(roster => roster.Code);
        _departmentAliases = Spellings(Departments.Select(d => (d.Code, d.Name, d.Aliases)));
        _roleAliases = Spellings(profile.Roles.Values.Select(r => (r.Code, r.Name, r.Aliases)));
        _keys = People.ToFrozenDictionary(member => member.UserName, member => (IReadOnlySet<string>)KeysFor(member).ToFrozenSet());
        _usersByKey = People
            .SelectMany(member => _keys[member.UserName].Select(key => (Key: key, member.UserName)))
            .GroupBy(pair => pair.Key, pair => pair.UserName)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        FormOption[] handling = [.. Departments.Where(d => d.HandlesCases).Select(d => new FormOption(d.Code, d.Name))];
        _pickers = new Dictionary<string, FormOption[]>
        {
            ["$units"] = handling,
            ["$departments"] = handling,
            ["$staff"] = [.. People.Select(member => new FormOption(member.UserName, member.DisplayName))],
        }.ToFrozenDictionary();
    }

    public OrganisationProfile Profile { get; }

    /// <summary>In the order to show them.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>Everybody, in the order to show them.</summary>
    public IReadOnlyList<StaffMember> People { get; }

    /// <summary>The rosters, in no order.</summary>
    public IEnumerable<ShiftRoster> Rosters => _rosters.Values;

    /// <summary>The member with a user name, or null.</summary>
    public StaffMember? Staff(string userName) => _staff.GetValueOrDefault(userName);

    /// <summary>Name to show for a user name; the user name itself where it is not known any more.</summary>
    public string DisplayName(string userName) => Staff(userName)?.DisplayName ?? userName;

    /// <summary>Everything that ties a person to tasks, notices and access; empty for an unknown user name.</summary>
    public IReadOnlySet<string> KeysOf(string userName) =>
        _keys.GetValueOrDefault(userName) ?? FrozenSet<string>.Empty;

    /// <summary>The department with a code, or null.</summary>
    public Department? Department(string? code) => code is null ? null : _departments.GetValueOrDefault(code);

    /// <summary>The department of a code, a name or any known spelling of it, or null.</summary>
    public Department? FindDepartment(string spelling) => Department(_departmentAliases.GetValueOrDefault(Normal(spelling)));

    /// <summary>The code of a role by its code, name or any known spelling, or null.</summary>
    public string? FindRole(string spelling) => _roleAliases.GetValueOrDefault(Normal(spelling));

    /// <summary>The shift of a roster at a moment, or null when there is no such roster.</summary>
    public Shift? ShiftOf(string roster, DateTimeOffset at) => _rosters.GetValueOrDefault(roster)?.At(at);

    /// <summary>User names on duty; empty when there is no such roster.</summary>
    public IReadOnlyList<string> OnDuty(string roster, DateTimeOffset at) => ShiftOf(roster, at)?.Crew ?? [];

    /// <summary>User names that have a key.</summary>
    public IReadOnlyList<string> UsersWith(string key) => _usersByKey.GetValueOrDefault(key) ?? [];

    /// <summary>The values of a form's picker (<c>$units</c>, <c>$departments</c>, <c>$staff</c>).</summary>
    /// <exception cref="KeyNotFoundException">There is no such picker.</exception>
    public IReadOnlyList<FormOption> Options(string picker) => _pickers[picker];

    /// <summary>The people that a recipient token means at a moment; empty when it means nobody.</summary>
    /// <param name="token"><c>duty:…</c>, <c>holder</c>, <c>head</c>, <c>leader</c> or a key.</param>
    public IReadOnlyList<string> Resolve(string token, RecipientContext context)
    {
        switch (token)
        {
            case "holder":
                return context.Holder is { } holder ? [holder] : Resolve("head", context);
            case "head":
                return context.Department is { } headed ? UsersWith(Keys.Head(headed)) : [];
            case "leader":
                return context.Department is { } led ? UsersWith(Keys.Leader(led)) : [];
            default:
                return Keys.TrySplit(token, out var kind, out var value) && kind == "duty" ? OnDuty(value, context.At) : UsersWith(token);
        }
    }

    /// <summary>True when a token can mean somebody in this organisation; definitions and rules are checked with it.</summary>
    public bool Knows(string token) => token is "holder" or "head" or "leader" || (Keys.TrySplit(token, out var kind, out var value) && kind switch
    {
        "duty" => _rosters.ContainsKey(value),
        "role" => Profile.Roles.ContainsKey(value),
        "dept" or "head" or "leader" => _departments.ContainsKey(value),
        "user" => _staff.ContainsKey(value),
        _ => false,
    });

    /// <summary>
    /// Candidate keys of a task with excluded people seen to: where the head of a department is excluded, its
    /// 分管负责人 takes the place.
    /// </summary>
    public IReadOnlyList<string> Candidates(IEnumerable<string> candidates, IReadOnlyCollection<string> excluded) =>
        [.. candidates.Select(key => Substitute(key, excluded)).Distinct()];

    private string Substitute(string key, IReadOnlyCollection<string> excluded)
    {
        if (!Keys.TrySplit(key, out var kind, out var department) || kind != "head")
            return key;
        return Department(department)?.Head is { } head && excluded.Contains(head) ? Keys.Leader(department) : key;
    }

    private IEnumerable<string> KeysFor(StaffMember member)
    {
        yield return Keys.User(member.UserName);
        yield return Keys.Department(member.Department);
        foreach (var role in member.Roles)
            yield return Keys.Role(role);
        foreach (var department in Departments)
        {
            if (department.Head == member.UserName)
                yield return Keys.Head(department.Code);
            if (department.Leader == member.UserName)
                yield return Keys.Leader(department.Code);
        }
    }

    private static FrozenDictionary<string, string> Spellings(IEnumerable<(string Code, string Name, IReadOnlyList<string> Aliases)> named) =>
        named.SelectMany(thing => thing.Aliases.Append(thing.Name).Append(thing.Code).Select(spelling => (Spelling: Normal(spelling), thing.Code)))
            .DistinctBy(pair => pair.Spelling)
            .ToFrozenDictionary(pair => pair.Spelling, pair => pair.Code);

    // The regulations mix widths, blanks and GIS with GlS: spellings are compared without those differences.
    private static string Normal(string spelling) =>
        string.Concat(spelling.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant().Replace('L', 'I');
}
