using Bpm.Application.Instances.Watching;
using Bpm.Studio.Definitions;
using Bpm.Studio.Descriptors;
using Bpm.Studio.Instances;
using Bpm.Studio.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Studio;

/// <summary>Elsa Studio's files and the Elsa-shaped API that it calls.</summary>
public static class StudioRegistration
{
    /// <summary>Adds what Studio's endpoints need.</summary>
    public static IServiceCollection AddBpmStudio(this IServiceCollection services)
    {
        services.AddSignalR();
        services.AddSingleton<InstanceWatch>();
        services.AddSingleton<IInstanceWatch>(provider => provider.GetRequiredService<InstanceWatch>());
        services.AddHostedService<InstanceNews>();
        services.AddSingleton<DescriptorAnswers>();
        services.AddScoped<DefinitionLinks>();
        return services;
    }

    /// <summary>Maps the Elsa API under <c>/elsa/api</c> and the hub beside it.</summary>
    public static void MapStudio(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var api = routes.MapGroup("/elsa/api").ExcludeFromDescription();
        api.MapDescriptors();
        api.MapDefinitionReads();
        api.MapDefinitionWrites();
        api.MapDefinitionImports();
        api.MapDefinitionBulk();
        api.MapSubgraphs();
        api.MapElsaInstances();
        api.MapElsaInstanceExports();
        api.MapElsaJournals();
        routes.MapHub<WorkflowInstanceHub>(WorkflowInstanceHub.Path).Guard();
    }
}
