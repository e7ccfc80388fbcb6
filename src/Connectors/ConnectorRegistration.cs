using Bpm.Application.Http;
using Bpm.Application.Outbox;
using Bpm.Connectors.Http;
using Bpm.Connectors.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Connectors;

/// <summary>Makes the outside systems known.</summary>
public static class ConnectorRegistration
{
    // 汇尼收费系统, GIS 维修系统, 微信公众平台.
    private static readonly string[] Systems = ["huini", "gis", "wechat"];

    /// <summary>Lets workflows send requests to the hosts that the settings allow.</summary>
    public static IServiceCollection AddOutgoingHttp(this IServiceCollection services, OutgoingHttp options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IHttpSender, HttpSender>();
        return services;
    }

    /// <summary>Adds a simulator for each outside system; for development and training only.</summary>
    public static IServiceCollection AddSimulatedSystems(this IServiceCollection services)
    {
        foreach (var system in Systems)
            services.AddSingleton<IConnector>(new SimulatedSystem(system));
        return services;
    }
}
