using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Access;

/// <summary>Who runs the current use case; one per request. The door (API, page, worker, command line) sets it once.</summary>
public sealed class Caller
{
    /// <summary>The member of staff, or null for the system itself and for anonymous requests.</summary>
    public StaffMember? Staff { get; private set; }

    /// <summary>The staff member's organisation; null without one.</summary>
    public OrganisationDirectory? Directory { get; private set; }

    /// <summary>Absent people in whose stead the member may take tasks now.</summary>
    public IReadOnlyList<StandIn> StandIns { get; private set; } = [];

    /// <summary>The member's own absence that lasts now, or null.</summary>
    public Absence? Away { get; private set; }

    /// <summary>True while the password is the one that an administrator gave: it has to be changed before anything else.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>True for the holder of a signed link, who is nobody in particular.</summary>
    public bool HoldsLink { get; private set; }

    /// <summary>True for the due worker, the first load and the command line.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>The name that the audit trail writes down.</summary>
    public string Name => Staff?.UserName ?? (IsSystem ? "system" : HoldsLink ? "link" : "anonymous");

    /// <summary>The signed-in member of staff.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the use case was declared wrongly.</exception>
    public StaffMember Member => Staff ?? throw new InvalidOperationException("This use case needs a signed-in member of staff.");

    /// <summary>The directory of the signed-in member's or the link's organisation.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public OrganisationDirectory Home => Directory ?? throw new InvalidOperationException("This use case needs a signed-in member of staff.");

    /// <summary>True when a member of staff is signed in whose roles give a permission.</summary>
    public bool Has(Permission permission) => Staff is { } staff && Home.Allows(staff, permission.ToString());

    /// <summary>Signs a member of staff in for this request.</summary>
    public void Become(StaffMember staff, OrganisationDirectory directory) => (Staff, Directory) = (staff, directory);

    /// <summary>Lets the signed-in member do nothing but change the password.</summary>
    public void AskForPasswordChange() => MustChangePassword = true;

    /// <summary>Lets the signed-in member act in the stead of absent people.</summary>
    /// <param name="away">The member's own absence that lasts now, or null.</param>
    public void StandInFor(IReadOnlyList<StandIn> absent, Absence? away) => (StandIns, Away) = (absent, away);

    /// <summary>Lets the holder of a link of an organisation in, in place of whoever is signed in.</summary>
    public void BecomeLinkHolder(OrganisationDirectory directory) => (Staff, Directory, HoldsLink) = (null, directory, true);

    /// <summary>Acts as the system.</summary>
    public void BecomeSystem() => IsSystem = true;
}
