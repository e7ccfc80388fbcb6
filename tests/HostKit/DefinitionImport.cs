using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Domain;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.HostKit;

/// <summary>Publishing definitions in a running product, as its command line does.</summary>
public static class DefinitionImport
{
    /// <summary>Publishes definition files of an organisation.</summary>
    public static async Task<Result<ImportedDefinitions>> ImportAsync(this InProcessHost host, string organisation, params byte[][] files)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportDefinitions(organisation, files, "测试"));
    }
}
