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
    private readonly Spellings _departmentSpellings;
    private readonly Spellings _roleSpellings;
    private readonly Spellings _channelSpellings;
    private readonly Spellings _termSpellings;
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
        _departmentSpellings = new(Departments.Select(d => (d.Code, d.Name, d.Aliases)));
        _roleSpellings = new(profile.Roles.Values.Select(r => (r.Code, r.Name, r.Aliases)));
        _channelSpellings = new(profile.Channels.Values.Select(c => (c.Code, c.Name, c.Aliases)));
        _termSpellings = new(profile.Terms.Select(t => (t.Code, t.Name, t.Aliases)));
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
            ["$categories"] = [.. profile.Categories.Values.Select(c => new FormOption(c.Code, c.Name))],
            ["$staff"] = [.. People.Where(member => member.IsActive).Select(member => new FormOption(member.UserName, member.DisplayName))],
        }.ToFrozenDictionary();
    }

    public OrganisationProfile Profile { get; }

    /// <summary>In the order to show them.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>Everybody who is or was here, in the order to show them.</summary>
    public IReadOnlyList<StaffMember> People { get; }

    /// <summary>The rosters, in no order.</summary>
    public IEnumerable<ShiftRoster> Rosters => _rosters.Values;

    /// <summary>The member with a user name, or null.</summary>
    public StaffMember? Staff(string userName) => _staff.GetValueOrDefault(userName);

    /// <summary>Name to show for a user name; the user name itself where it is not known any more.</summary>
    public string DisplayName(string userName) => Staff(userName)?.DisplayName ?? userName;

    /// <summary>True when one of the member's roles has a permission.</summary>
    public bool Allows(StaffMember member, string permission) => member.IsActive &&
        member.Roles.Any(role => Profile.Roles.TryGetValue(role, out var known) && known.Permissions.Contains(permission));

    /// <summary>Everything that ties a person to tasks, notices and access; empty for an unknown user name and for who has left.</summary>
    public IReadOnlySet<string> KeysOf(string userName) =>
        _keys.GetValueOrDefault(userName) ?? FrozenSet<string>.Empty;

    /// <summary>The department with a code, or null.</summary>
    public Department? Department(string? code) => code is null ? null : _departments.GetValueOrDefault(code);

    /// <summary>The department of a code, a name or any known spelling of it, or null.</summary>
    public Department? FindDepartment(string spelling) => Department(_departmentSpellings.Find(spelling));

    /// <summary>The code of a role by its code, name or any known spelling, or null.</summary>
    public string? FindRole(string spelling) => _roleSpellings.Find(spelling);

    /// <summary>The code of a channel by its code, name or any known spelling, or null.</summary>
    public string? FindChannel(string spelling) => _channelSpellings.Find(spelling);

    /// <summary>The code of an outside system or paper form by its code, name or any known spelling, or null.</summary>
    public string? FindTerm(string spelling) => _termSpellings.Find(spelling);

    /// <summary>The shift of a roster at a moment, or null when there is no such roster.</summary>
    public Shift? ShiftOf(string roster, DateTimeOffset at) => _rosters.GetValueOrDefault(roster)?.At(at);

    /// <summary>User names on duty; empty when there is no such roster.</summary>
    public IReadOnlyList<string> OnDuty(string roster, DateTimeOffset at) => ShiftOf(roster, at)?.Crew ?? [];

    /// <summary>User names that have a key.</summary>
    public IReadOnlyList<string> UsersWith(string key) => _usersByKey.GetValueOrDefault(key) ?? [];

    /// <summary>The values of a form's picker (<c>$units</c>, <c>$departments</c>, <c>$categories</c>, <c>$staff</c>).</summary>
    /// <exception cref="InvalidOrganisationException">There is no such picker.</exception>
    public IReadOnlyList<FormOption> Options(string picker) => _pickers.GetValueOrDefault(picker)
        ?? throw new InvalidOrganisationException($"没有选择项“{picker}”，可用：{string.Join('、', _pickers.Keys.Order())}。");

    /// <summary>The people that a recipient token means at a moment; empty when it means nobody.</summary>
    /// <param name="token"><c>duty:…</c>, <c>holder</c>, <c>owner</c>, <c>head</c>, <c>leader</c> or a key.</param>
    public IReadOnlyList<string> Resolve(string token, RecipientContext context)
    {
        switch (token)
        {
            case "holder":
                return context.Holder is { } holder ? [holder] : Resolve("head", context);
            case "owner":
                return context.Owners;
            case "head":
                return context.Department is { } headed ? UsersWith(Substitute(Keys.Head(headed), context.ShutOut)) : [];
            case "leader":
                return context.Department is { } led ? UsersWith(Keys.Leader(led)) : [];
            default:
                return Keys.TrySplit(token, out var kind, out var value) && kind == "duty" ? OnDuty(value, context.At) : UsersWith(token);
        }
    }

    /// <summary>True when a token can mean somebody in this organisation; definitions and rules are checked with it.</summary>
    public bool Knows(string token) => token is "holder" or "owner" or "head" or "leader" || (Keys.TrySplit(token, out var kind, out var value) && kind switch
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
        if (!member.IsActive)
            yield break;
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
}
