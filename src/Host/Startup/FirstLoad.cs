using System.Globalization;
using System.Security.Cryptography;
using Bpm.Application.Access;
using Bpm.Application.Due;
using Bpm.Application.Duties;
using Bpm.Application.Installation;
using Bpm.Application.Sessions;
using Bpm.Domain;
using Bpm.Persistence;
using Bpm.Workflows.Packs;
using MediatR;

namespace Bpm.Host.Startup;

/// <summary>
/// What happens before the first request: the database is prepared, the business clock decided, and an empty installation gets the
/// packs and its first accounts. Repeating it after a crash half way completes what is missing.
/// </summary>
public sealed class FirstLoad(
    IServiceScopeFactory scopes, IDatabase database, BusinessClockSource clock, OrganisationRegistry organisations, DocumentWatch watch,
    IPasswordHashing passwords, HostSettings settings, IHostEnvironment environment, ILogger<FirstLoad> logger)
{
    private const string InstalledSetting = "installation.packs";
    private const string DevelopmentPassword = "Water#2026";

    /// <summary>Does what is not done yet.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        var installed = await SettingAsync(InstalledSetting, cancellationToken) is not null;
        clock.Decide(await VirtualTimeAsync(installed, cancellationToken));
        if (!installed)
            await InstallAsync(cancellationToken);
        await watch.LookAsync(cancellationToken);
        await SendAsync(new ScheduleDuties(), cancellationToken);
        Log.Ready(logger, string.Join(", ", organisations.All.Select(organisation => organisation.Code)));
    }

    // A stored virtual time wins over the setting: Clock:Start counts only where no database exists.
    private async Task<DateTimeOffset?> VirtualTimeAsync(bool installed, CancellationToken cancellationToken)
    {
        var stored = await SettingAsync(StoreVirtualTime.SettingName, cancellationToken);
        if (stored is null)
            return installed ? null : settings.ClockStart;
        if (environment.IsProduction())
            throw new InvalidOperationException("This database was made with a virtual clock, which Production refuses; use another data directory.");
        return DateTimeOffset.Parse(stored, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        foreach (var reading in PackReader.ReadAll(settings.DefinitionsFolder))
        {
            if (reading.Pack is null || reading.Problems.Count > 0)
                throw new InvalidPackException(reading.Folder, string.Join('\n', reading.Problems.Select(problem => $"{problem.File}：{problem.Message}")));
            var documents = PackDocuments.Of(reading);
            var home = OrganisationRegistry.Read(documents);
            var definitions = reading.Files.Where(file => file.Kind == PackFileKind.Definition).Select(file => file.Json.ToArray()).ToList();
            var result = await SendAsync(new InstallPack(documents, definitions, Accounts(home)), cancellationToken);
            if (result.IsRefused)
                throw new InvalidPackException(home.Code, string.Join('\n', result.Refusal.Errors.Values.SelectMany(texts => texts).Prepend(result.Refusal.Message)));
            Log.PackInstalled(logger, home.Code, definitions.Count);
        }

        if (clock.Clock.IsVirtual)
            await SendAsync(new StoreVirtualTime(clock.Clock.GetUtcNow()), cancellationToken);
        await SendAsync(new PutSetting(InstalledSetting, "1"), cancellationToken);
    }

    private Dictionary<string, string> Accounts(Installed home)
    {
        var people = home.Directory.People.Select(person => person.UserName);
        if (!environment.IsProduction())
        {
            // One slow hash for all: the password is the same and no secret.
            var hash = passwords.Hash(DevelopmentPassword);
            return people.ToDictionary(userName => userName, _ => hash);
        }

        var administrator = home.Directory.People.First(person => home.Directory.Allows(person, nameof(Permission.Administer))).UserName;
        var password = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 20);
        // To the operator's screen, not to the log: a log is kept and read by others.
        Console.WriteLine($"{home.Directory.Profile.Identity.Name}：管理员 {administrator} 的初始密码为 {password}，只显示这一次，请立即保存。");
        return new() { [administrator] = passwords.Hash(password) };
    }

    private async Task<string?> SettingAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISettings>().FindAsync(name, cancellationToken);
    }

    private async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
