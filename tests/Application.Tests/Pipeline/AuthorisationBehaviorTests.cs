using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;

namespace Bpm.Application.Tests.Pipeline;

public class AuthorisationBehaviorTests
{
    [Fact]
    public async Task Request_WithoutDeclaration_Throws() =>
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync<Undeclared>(new(), new()));

    [Fact]
    public async Task StaffRequest_NobodySignedIn_IsRefused() =>
        (await RunAsync<ForStaff>(new(), new())).Refusal.ShouldBeOfType<NotSignedIn>();

    [Theory]
    [InlineData("a.hotline", true)]
    [InlineData("a.process", false)]
    public async Task PermissionRequest_RoleDecides(string userName, bool allowed) =>
        (await RunAsync<ForRegistrars>(new(), As(userName))).IsRefused.ShouldBe(!allowed);

    [Fact]
    public async Task Request_WithAGivenPassword_IsRefusedUnlessItChangesThePassword()
    {
        var caller = As("a.hotline");
        caller.AskForPasswordChange();
        (await RunAsync<ForStaff>(new(), caller)).Refusal.ShouldBeOfType<PasswordChangeRequired>();
        (await RunAsync<ForRegistrars>(new(), caller)).Refusal.ShouldBeOfType<PasswordChangeRequired>();
        (await RunAsync<ForNewcomers>(new(), caller)).IsRefused.ShouldBeFalse();
        (await RunAsync<ForAnyone>(new(), caller)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task SystemRequest_FromStaff_IsRefused() =>
        (await RunAsync<ForSystem>(new(), As("a.admin"))).Refusal.ShouldBeOfType<NotAllowed>();

    [Fact]
    public async Task SystemRequest_FromTheSystem_Runs()
    {
        var caller = new Caller();
        caller.BecomeSystem();
        (await RunAsync<ForSystem>(new(), caller)).IsRefused.ShouldBeFalse();
    }

    private static Caller As(string userName)
    {
        var caller = new Caller();
        var (staff, directory) = Packs.Registry().FindStaff(userName)!.Value;
        caller.Become(staff, directory);
        return caller;
    }

    private static Task<Result<Done>> RunAsync<T>(T request, Caller caller)
        where T : notnull =>
        new AuthorisationBehavior<T, Result<Done>>(caller).Handle(request, TestContext.Current.CancellationToken, () => Task.FromResult<Result<Done>>(default(Done)));

    private sealed record Undeclared;

    [MayRun(Permission.Staff)]
    private sealed record ForStaff;

    [MayRun(Permission.Register)]
    private sealed record ForRegistrars;

    [MayRun(Permission.Staff, BeforePasswordChange = true)]
    private sealed record ForNewcomers;

    [MayRun(Permission.Anyone)]
    private sealed record ForAnyone;

    [MayRun(Permission.System)]
    private sealed record ForSystem;
}
