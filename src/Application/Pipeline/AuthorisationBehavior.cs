using System.Reflection;
using Bpm.Application.Access;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>Deny by default: lets a use case run only for those whom its <see cref="MayRunAttribute"/> names.</summary>
public sealed class AuthorisationBehavior<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    // Read once per closed generic type, not per call.
    private static readonly MayRunAttribute? Attribute = typeof(TRequest).GetCustomAttribute<MayRunAttribute>();

    private static readonly Permission? Declared = Attribute?.Permission;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var refusal = Check();
        return refusal is null ? next() : Task.FromResult(Refuse<TResponse>.With(refusal));
    }

    private Refusal? Check() => Declared switch
    {
        null => throw new InvalidOperationException($"{typeof(TRequest).Name} does not declare who may run it."),
        Permission.Anyone => null,
        _ when caller.IsSystem => null,
        Permission.System => new NotAllowed(),
        Permission.StaffOrLink when caller.HoldsLink => null,
        _ when caller.Staff is null => new NotSignedIn(),
        _ when caller.MustChangePassword && !Attribute!.BeforePasswordChange => new PasswordChangeRequired(),
        Permission.Staff or Permission.StaffOrLink => null,
        _ when Attribute!.Or != Permission.Anyone && caller.Has(Attribute.Or) => null,
        var permission => caller.Home.Allows(caller.Staff, permission.Value.ToString()) ? null : new NotAllowed(),
    };
}
