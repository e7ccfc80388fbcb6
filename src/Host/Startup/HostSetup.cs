using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bpm.Application;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Links;
using Bpm.Application.Sessions;
using Bpm.Connectors;
using Bpm.Host.Authentication;
using Bpm.Host.Endpoints;
using Bpm.Host.Problems;
using Bpm.Host.Requests;
using Bpm.Persistence;
using Bpm.Studio;
using Bpm.Studio.Files;
using Bpm.Web;
using Bpm.Web.Frame;
using Microsoft.AspNetCore.DataProtection;

namespace Bpm.Host.Startup;

/// <summary>The composition root: what is in the host and in which order a request meets it.</summary>
public static class HostSetup
{
    // What the web server takes in at all; BodyLimit refuses far less, and with words.
    private const long LargestBody = 128 * 1024 * 1024;

    /// <summary>Adds every service.</summary>
    public static void AddBpm(this WebApplicationBuilder builder)
    {
        var settings = HostSettings.Read(builder);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClockSource>();
        services.AddSingleton(provider => provider.GetRequiredService<BusinessClockSource>().Clock);
        services.AddBpmApplication();
        services.AddBpmPersistence(new PersistenceOptions
        {
            Provider = settings.Provider,
            ConnectionString = settings.ConnectionString,
            DataDirectory = settings.DataDirectory,
        });
        var http = HttpSettings.Read(builder.Configuration);
        services.AddSingleton(http);
        services.AddOutgoingHttp(http.Outgoing);
        if (!builder.Environment.IsProduction())
            services.AddSimulatedSystems();
        services.AddBpmStudio();
        services.AddStudioFiles(settings.StudioFolder);
        services.AddBpmWeb(provider => provider.GetRequiredService<StudioFiles>().AreThere);
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<ILinkSigner, LinkSigner>();
        services.AddSingleton<FirstLoad>();
        services.AddHostedService<DueWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DocumentWatch>());
        services.AddHostedService<Housekeeping>();
        services.AddDataProtection().PersistKeysToFileSystem(new(Path.Combine(settings.DataDirectory, "keys"))).SetApplicationName("Bpm");
        services.AddSessions();
        services.AddStatusLimit(builder.Configuration);
        services.AddExceptionHandler<UnhandledErrors>();
        services.AddProblemDetails();
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "水务客户投诉办理平台";
            document.Info.Description = "投诉、任务、时限与提醒。错误一律为 application/problem+json，含稳定的 code 与中文 detail。";
            return Task.CompletedTask;
        }));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestBody);
        // The console says what the operator must know; one line each.
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
    }

    /// <summary>Puts the pipeline together.</summary>
    public static void MapBpm(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => SayStatusAsync(context.HttpContext));
        app.UseWebFiles();
        app.UseStudioFiles();
        app.UseMiddleware<BodyLimit>();
        app.UseAuthentication();
        app.UseMiddleware<SameOriginRule>();
        app.UseMiddleware<CallerIdentity>();
        app.UseMiddleware<SignedLinks>();
        app.UseMiddleware<IdempotencyKeys>();
        app.UseRateLimiter();
        app.UseWebAccess();
        app.MapOpenApi();
        app.MapHealth();
        app.MapSession();
        app.MapComplaints();
        app.MapTasks();
        app.MapAbsences();
        app.MapOutages();
        app.MapPenalties();
        app.MapReports();
        app.MapStatistics();
        app.MapStatus();
        app.MapSupervision();
        app.MapClock();
        app.MapWorkflows();
        app.MapInstances();
        app.MapMigrations();
        app.MapIncidents();
        app.MapAdministration();
        app.MapLinks();
        app.MapWorkflowAddresses();
        app.MapStudio();
        app.MapWeb();
    }

    private static Task SayStatusAsync(HttpContext context) => StatusDocument.Suits(context.Request)
        ? StatusDocument.SendAsync(context, context.Response.StatusCode)
        : Problem.OfStatus(context.Response.StatusCode).ExecuteAsync(context);
}
