using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Installation;

/// <summary>Loads a pack whole: organisation, rules, forms, calendar, definitions and accounts, in one transaction.</summary>
/// <param name="Documents">Its documents.</param>
/// <param name="Definitions">Its definitions.</param>
/// <param name="PasswordHashes">By user name: the accounts to make; hashed by the caller, for hashing is slow.</param>
[MayRun(Permission.System)]
public sealed record InstallPack(
    IReadOnlyList<PackDocument> Documents, IReadOnlyList<byte[]> Definitions, IReadOnlyDictionary<string, string> PasswordHashes) : ICommand<Installed>;

public sealed class InstallPackHandler(
    IPackStore packs, IAccountStore accounts, DefinitionPublisher publisher, BusinessClock clock) : IRequestHandler<InstallPack, Result<Installed>>
{
    public async Task<Result<Installed>> Handle(InstallPack request, CancellationToken cancellationToken)
    {
        var home = OrganisationRegistry.Read(request.Documents);
        foreach (var document in request.Documents)
            await packs.PutAsync(document, cancellationToken);
        foreach (var (userName, hash) in request.PasswordHashes)
        {
            if (await accounts.FindAsync(userName, cancellationToken) is null)
                accounts.Add(new(userName, home.Code, hash));
        }

        var made = await publisher.PublishAsync(new(home, request.Definitions, "system", "随制度包装载", clock.GetUtcNow()), cancellationToken);
        return made.Findings.Count > 0 ? new DefinitionRefused(made.Findings) : home;
    }
}
