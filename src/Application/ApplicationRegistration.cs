using Bpm.Application.Absences;
using Bpm.Application.Access;
using Bpm.Application.Administration.Calendars;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Administration.Rules;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Definitions;
using Bpm.Application.Definitions.Drafts;
using Bpm.Application.Descriptors;
using Bpm.Application.Due;
using Bpm.Application.Duties;
using Bpm.Application.Http;
using Bpm.Application.Idempotency;
using Bpm.Application.Installation;
using Bpm.Application.Instances;
using Bpm.Application.Instances.Migration;
using Bpm.Application.Instances.Viewing;
using Bpm.Application.Instances.Watching;
using Bpm.Application.Outages;
using Bpm.Application.Outbox;
using Bpm.Application.Penalties;
using Bpm.Application.Pipeline;
using Bpm.Application.Reports;
using Bpm.Application.Shifts;
using Bpm.Application.Statistics;
using Bpm.Application.Supervision;
using Bpm.Application.Tasks;
using Bpm.Application.Triggers;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Cases;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Application;

/// <summary>Makes the use cases and what they share known.</summary>
public static class ApplicationRegistration
{
    /// <summary>Adds every use case of this assembly, the pipeline around them, and the engine.</summary>
    public static IServiceCollection AddBpmApplication(this IServiceCollection services)
    {
        services.AddUseCases();
        services.AddSingleton<OrganisationRegistry>();
        services.AddSingleton<DocumentWatch>();
        services.AddSingleton<DefinitionCatalog>();
        services.AddSingleton<IDefinitionSource>(provider => provider.GetRequiredService<DefinitionCatalog>());
        services.AddSingleton(ComplaintActivities.Registry());
        services.AddSingleton(provider => new GraphCompiler(provider.GetRequiredService<ActivityRegistry>(), CaseScripts.Functions()));
        services.AddSingleton<DescriptorCatalog>();
        services.AddSingleton<GraphCache>();
        services.AddSingleton<StepCatalog>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<DefinitionGate>();
        services.AddSingleton<IWorkflowGraphs, PublishedGraphs>();
        services.AddSingleton(provider => new WorkflowRunner(
            provider.GetRequiredService<BusinessClock>(), graphs: provider.GetRequiredService<IWorkflowGraphs>()));
        services.AddSingleton<DueRunner>();
        services.AddSingleton<HttpCallRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<HttpCallRunner>());
        services.AddSingleton<DueSignal>();
        services.AddScoped<Caller>();
        services.AddScoped<IdempotencyKey>();
        services.AddSingleton<IInstanceWatch, NobodyWatches>();
        services.AddScoped<BurstKeeper>();
        services.AddScoped<HttpCallDesk>();
        services.AddScoped<HttpListeners>();
        services.AddScoped<HttpReception>();
        services.AddScoped<CaseProcess>();
        services.AddScoped<InstanceProcess>();
        services.AddScoped<InstanceDesk>();
        services.AddScoped<DispatchDelivery>();
        services.AddScoped<DutyOpening>();
        services.AddScoped<DutySchedule>();
        services.AddScoped<InstanceRepairs>();
        services.AddScoped<MigrationChoice>();
        services.AddScoped<MigrationDesk>();
        services.AddScoped<InstancePictures>();
        services.AddScoped<TriggerFiring>();
        services.AddScoped<TriggerIndexer>();
        services.AddScoped<CaseViews>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CopyReply>();
        services.AddScoped<CaseLinks>();
        services.AddScoped<CaseReads>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<MergedCases>();
        services.AddScoped<OutageDesk>();
        services.AddScoped<PenaltyDesk>();
        services.AddScoped<PenaltyRepeats>();
        services.AddScoped<PenaltyViews>();
        services.AddScoped<PenaltyWatch>();
        services.AddScoped<SimilarCases>();
        services.AddScoped<Substitutions>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<CalendarEffects>();
        services.AddScoped<RuleSets>();
        services.AddScoped<DocumentCheck>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<DefinitionConsumers>();
        services.AddScoped<DefinitionDrafts>();
        services.AddScoped<DefinitionPublisher>();
        services.AddScoped<PublicationDesk>();
        services.AddScoped<PublicationRequests>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<ReportViews>();
        services.AddScoped<ShiftChange>();
        services.AddScoped<ShiftSchedule>();
        services.AddScoped<StatisticsDesk>();
        services.AddScoped<StimulusDelivery>();
        services.AddScoped<SupervisionViews>();
        return services;
    }

    // MediatR 5 brings no registration of its own for this container.
    private static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));
        foreach (var type in typeof(ApplicationRegistration).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
            {
                var open = contract.GetGenericTypeDefinition();
                if (open == typeof(IRequestHandler<,>))
                    services.AddScoped(contract, type);
                else if (open == typeof(IValidator<>))
                    services.AddSingleton(contract, type);
            }
        }
    }
}
