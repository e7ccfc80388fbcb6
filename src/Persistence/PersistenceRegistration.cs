using Bpm.Application.Absences;
using Bpm.Application.Administration.Calendars;
using Bpm.Application.Administration.Connectors;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Administration.Trails;
using Bpm.Application.Audit;
using Bpm.Application.Complaints;
using Bpm.Application.Definitions;
using Bpm.Application.Descriptors;
using Bpm.Application.Due;
using Bpm.Application.Http;
using Bpm.Application.Idempotency;
using Bpm.Application.Installation;
using Bpm.Application.Instances;
using Bpm.Application.Instances.Incidents;
using Bpm.Application.Instances.Viewing;
using Bpm.Application.Outages;
using Bpm.Application.Outbox;
using Bpm.Application.Penalties;
using Bpm.Application.Reports;
using Bpm.Application.Sessions;
using Bpm.Application.Shifts;
using Bpm.Application.Statistics;
using Bpm.Application.Supervision;
using Bpm.Application.Tasks;
using Bpm.Application.Transactions;
using Bpm.Application.Triggers;
using Bpm.Engine.Storage;
using Bpm.Persistence.Absences;
using Bpm.Persistence.Accounts;
using Bpm.Persistence.Administration;
using Bpm.Persistence.Attachments;
using Bpm.Persistence.Audit;
using Bpm.Persistence.Complaints;
using Bpm.Persistence.Definitions;
using Bpm.Persistence.Due;
using Bpm.Persistence.Http;
using Bpm.Persistence.Idempotency;
using Bpm.Persistence.Installation;
using Bpm.Persistence.Instances;
using Bpm.Persistence.Notices;
using Bpm.Persistence.Outages;
using Bpm.Persistence.Outbox;
using Bpm.Persistence.Penalties;
using Bpm.Persistence.Reports;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Bpm.Persistence.Statistics;
using Bpm.Persistence.Supervision;
using Bpm.Persistence.Tasks;
using Bpm.Persistence.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence;

/// <summary>Puts the database behind the ports of the application.</summary>
public static class PersistenceRegistration
{
    /// <summary>
    /// Registers the database and every store. The stores are scoped: those of one scope share its snapshot or its
    /// transaction. The database is closed, its queue finished, when the container is disposed.
    /// </summary>
    public static IServiceCollection AddBpmPersistence(this IServiceCollection services, PersistenceOptions options)
    {
        services.AddSingleton(options);
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton<SqliteDatabase>();
                services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());
                services.AddSingleton<ISessionSource>(provider => provider.GetRequiredService<SqliteDatabase>());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "There is no such database.");
        }

        services.AddSingleton<CaseQueries>();
        services.AddSingleton<IAttachmentFiles, AttachmentFiles>();
        services.AddScoped<DatabaseScope>();
        services.AddScoped<ITransaction>(provider => provider.GetRequiredService<DatabaseScope>());
        services.AddScoped<IAbsenceStore, AbsenceStore>();
        services.AddScoped<IOutageStore, OutageStore>();
        services.AddScoped<IAccountStore, AccountStore>();
        services.AddScoped<ISavedFilterStore, SavedFilterStore>();
        services.AddScoped<IActivations, Activations>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<ICaseContacts, CaseContacts>();
        services.AddScoped<ICaseStore, CaseStore>();
        services.AddScoped<IDefinitionStore, DefinitionStore>();
        services.AddScoped<IVersionStamps, VersionStamps>();
        services.AddScoped<IDueRows, DueRows>();
        services.AddScoped<IHttpCalls, HttpCallStore>();
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddScoped<IInstanceQueries, InstanceQueries>();
        services.AddScoped<IInstanceSearches, InstanceSearches>();
        services.AddScoped<IIncidentQueries, IncidentQueries>();
        services.AddScoped<IInstanceRemoval, InstanceRemoval>();
        services.AddScoped<IInstanceStore, InstanceStore>();
        services.AddScoped<IJournalStore, JournalStore>();
        services.AddScoped<ICalendarQueries, CalendarQueries>();
        services.AddScoped<IOutboxQueries, OutboxQueries>();
        services.AddScoped<IAuditQueries, AuditQueries>();
        services.AddScoped<INeedQueries, NeedQueries>();
        services.AddScoped<INoticeQueries, NoticeQueries>();
        services.AddScoped<IOutbox, OutboxStore>();
        services.AddScoped<IPenaltyStore, PenaltyStore>();
        services.AddScoped<IPackStore, PackStore>();
        services.AddScoped<IReportQueries, ReportQueries>();
        services.AddScoped<IReportStore, ReportStore>();
        services.AddScoped<IRunTasks, RunTasks>();
        services.AddScoped<ISettings, SettingStore>();
        services.AddScoped<IStatisticsQueries, StatisticsQueries>();
        services.AddScoped<ISupervisionQueries, SupervisionQueries>();
        services.AddScoped<IShiftQueries, ShiftQueries>();
        services.AddScoped<ITaskQueries, TaskQueries>();
        services.AddScoped<ITriggerIndex, TriggerIndex>();
        return services;
    }
}
