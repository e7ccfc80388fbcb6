using System.Collections.Frozen;
using System.Text;
using Bpm.Application.Sessions;
using Bpm.Domain.Calendars;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Installation;

/// <summary>The organisations of this installation with all that is in force for them; a snapshot that is replaced whole.</summary>
public sealed class OrganisationRegistry
{
    private readonly Lock _turn = new();
    private volatile Snapshot _snapshot = new([]);
    private volatile int _replaced;

    /// <summary>All organisations.</summary>
    public IReadOnlyCollection<Installed> All => _snapshot.ByCode.Values;

    /// <summary>How often this process itself put something in force.</summary>
    public int Replaced => _replaced;

    /// <summary>Replaces the snapshot by what the documents say.</summary>
    /// <exception cref="InvalidPackException">A document cannot be read; the old snapshot stays.</exception>
    public void Load(IReadOnlyList<PackDocument> documents) => TryLoad(documents, _replaced);

    /// <summary>Replaces the snapshot by what the documents say, unless this process put something in force since they were read.</summary>
    /// <param name="replaced"><see cref="Replaced"/> before the documents were read.</param>
    /// <returns>False where the documents may be older than the snapshot, which then stays.</returns>
    /// <exception cref="InvalidPackException">A document cannot be read; the old snapshot stays.</exception>
    public bool TryLoad(IReadOnlyList<PackDocument> documents, int replaced)
    {
        var read = new Snapshot([.. documents.GroupBy(document => document.Organisation).Select(pack => Read([.. pack]))]);
        lock (_turn)
        {
            if (_replaced != replaced)
                return false;
            _snapshot = read;
            return true;
        }
    }

    /// <summary>Puts what is in force for one organisation from now on in the place of what was.</summary>
    public void Replace(Installed home)
    {
        lock (_turn)
        {
            _snapshot = new([.. _snapshot.ByCode.Values.Where(other => other.Code != home.Code), home]);
            _replaced++;
        }
    }

    /// <summary>An organisation, or null.</summary>
    public Installed? Find(string organisation) => _snapshot.ByCode.GetValueOrDefault(organisation);

    /// <summary>An organisation that is known to be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public Installed Of(string organisation) => _snapshot.ByCode[organisation];

    /// <summary>A member of staff and the directory that knows them; null for nobody, and for who has left.</summary>
    public (StaffMember Staff, OrganisationDirectory Directory)? FindStaff(string userName) =>
        _snapshot.Staff.TryGetValue(userName, out var found) && found.Item1.IsActive ? found : null;

    /// <summary>True when a user name is somebody's, in whatever organisation, also of those who have left.</summary>
    public bool HasUserName(string userName) => _snapshot.Staff.ContainsKey(userName);

    /// <summary>A member of staff as the outside sees them, or null.</summary>
    public SessionMember? FindMember(string userName) => FindStaff(userName) is var (staff, _)
        ? new(staff.UserName, staff.DisplayName, staff.Organisation, staff.Department, staff.Roles)
        : null;

    /// <summary>Reads the documents of one organisation.</summary>
    /// <exception cref="InvalidPackException">One is missing or cannot be read.</exception>
    public static Installed Read(IReadOnlyList<PackDocument> pack)
    {
        var organisation = pack[0].Organisation;
        try
        {
            var rules = pack.Where(document => document.Kind == "rules").OrderByDescending(document => document.EffectiveFrom)
                .Select(document => RuleSet.Parse(Encoding.UTF8.GetString(document.Json))).ToList();
            return new(
                OrganisationFile.Parse(Document("organisation").Json), FormCatalogue.Parse(Document("forms").Json), rules,
                WorkingCalendar.Parse(Encoding.UTF8.GetString(Document("calendar").Json)));
        }
        catch (Exception exception) when (exception is not InvalidPackException)
        {
            throw new InvalidPackException(organisation, exception);
        }

        PackDocument Document(string kind) => pack.FirstOrDefault(document => document.Kind == kind)
            ?? throw new InvalidPackException(organisation, $"文件 {kind}.json 缺失。");
    }

    private sealed class Snapshot(IReadOnlyList<Installed> organisations)
    {
        public FrozenDictionary<string, Installed> ByCode { get; } = organisations.ToFrozenDictionary(organisation => organisation.Code);

        public FrozenDictionary<string, (StaffMember, OrganisationDirectory)> Staff { get; } = organisations
            .SelectMany(organisation => organisation.Directory.People.Select(person => (person, organisation.Directory)))
            .ToFrozenDictionary(pair => pair.person.UserName);
    }
}
