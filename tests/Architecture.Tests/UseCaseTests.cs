using System.Reflection;
using Bpm.Application;
using Bpm.Application.Access;
using MediatR;

namespace Bpm.Architecture.Tests;

public class UseCaseTests
{
    private static readonly Type[] Requests =
        [.. typeof(ApplicationRegistration).Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetInterfaces().Any(IsRequest))];

    [Fact]
    public void UseCases_DeclareWhoMayRunThem()
    {
        Requests.Length.ShouldBeGreaterThan(10);
        Requests.Where(type => type.GetCustomAttribute<MayRunAttribute>() is null).Select(type => type.Name).ShouldBeEmpty();
    }

    [Fact]
    public void UseCases_HaveOneHandler()
    {
        var handled = typeof(ApplicationRegistration).Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            .Select(contract => contract.GetGenericArguments()[0])
            .ToList();
        handled.ShouldBeUnique();
        Requests.Except(handled).ShouldBeEmpty();
    }

    private static bool IsRequest(Type contract) => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>);
}
