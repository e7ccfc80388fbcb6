using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Duties;
using Bpm.Application.Pipeline;
using Bpm.Application.Shifts;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Installation;

/// <summary>Loads a pack whole: organisation, rules, forms, calendar, definitions, accounts and the first days of its duties, in one transaction.</summary>
/// <param name="Documents">Its documents.</param>
/// <param name="Definitions">Its definitions.</param>
/// <param name="PasswordHashes">By user name: the accounts to make; hashed by the caller, for hashing is slow.</param>
[MayRun(Permission.System)]
public sealed record InstallPack(
    IReadOnlyList<PackDocument> Documents, IReadOnlyList<byte[]> Definitions, IReadOnlyDictionary<string, string> PasswordHashes) : ICommand<Installed>;

public sealed class InstallPackHandler(
    IPackStore packs, IAccountStore accounts, DefinitionPublisher publisher, DutySchedule duties, ShiftSchedule shifts, BusinessClock clock) : IRequestHandler<InstallPack, Result<Installed>>
{
    public async Task<Result<Installed>> Handle(InstallPack request, CancellationToken cancellationToken)
    {
        var home = OrganisationRegistry.Read(request.Documents);
        foreach (var document in request.Documents)
            await packs.PutAsync(document with { SavedAt = clock.GetUtcNow() }, cancellationToken);
        foreach (var (userName, hash) in request.PasswordHashes)
        {
            if (await accounts.FindAsync(userName, cancellationToken) is null)
                accounts.Add(new(userName, home.Code, hash));
        }

        var made = await publisher.PublishAsync(new(home, request.Definitions, "system", "随制度包装载", clock.GetUtcNow()), cancellationToken);
        if (made.Findings.Count > 0)
            return new DefinitionRefused(made.Findings);
        await duties.EnsureAsync(home, cancellationToken);
        await shifts.EnsureAsync(home, cancellationToken);
        return home;
    }
}
