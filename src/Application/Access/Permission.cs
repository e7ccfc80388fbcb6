namespace Bpm.Application.Access;

/// <summary>What a role can be allowed to do; organisation.json gives permissions to roles by these names.</summary>
public enum Permission
{
    /// <summary>Nobody needs to be signed in.</summary>
    Anyone,

    /// <summary>Every signed-in member of staff.</summary>
    Staff,

    /// <summary>Every signed-in member of staff, and the holder of a signed link.</summary>
    StaffOrLink,

    /// <summary>Only the product itself: the due worker, the first load, the command line.</summary>
    System,

    /// <summary>Register complaints, consultations and faults.</summary>
    Register,

    /// <summary>Read the lists that the organisation draws up over all its cases.</summary>
    ReadReports,

    /// <summary>See what is overdue and soon due over all departments, and the figures of the cases; urge and hand over the work of others.</summary>
    Supervise,

    /// <summary>Propose penalties by hand and fill in what proposals lack; see the penalty ledger.</summary>
    ProposePenalties,

    /// <summary>Confirm and waive proposed penalties, decide appeals; see the penalty ledger.</summary>
    ConfirmPenalties,

    /// <summary>Look at workflow definitions, their versions, and running instances.</summary>
    ViewProcesses,

    /// <summary>Publish workflow definitions and rules.</summary>
    DesignProcesses,

    /// <summary>Start workflows, send events, cancel and mend instances, read their journals.</summary>
    RunWorkflows,

    /// <summary>See technical state, retry what failed.</summary>
    Administer,

    /// <summary>Change what is in force for the organisation: people, departments, roles, rosters, calendar, categories.</summary>
    ManageOrganisation,

    /// <summary>Search the audit trail.</summary>
    ReadAudit,
}
