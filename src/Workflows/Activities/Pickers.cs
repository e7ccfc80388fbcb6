namespace Bpm.Workflows.Activities;

/// <summary>The lists that the designer's editors offer and the organisation fills.</summary>
public static class Pickers
{
    /// <summary>Articles that carry a clock.</summary>
    public const string Rules = "rules";

    /// <summary>Departments, and none.</summary>
    public const string Departments = "departments";

    /// <summary>Departments: one must be chosen.</summary>
    public const string OneDepartment = "department";

    /// <summary>Who may be given a task: roles, departments, heads, leaders, people.</summary>
    public const string Candidates = "candidates";

    /// <summary>Whom a notice may go to: the same, and those on duty.</summary>
    public const string Recipients = "recipients";

    /// <summary>Who may not have a task: those who did a step, and people.</summary>
    public const string Exclusions = "exclusions";

    /// <summary>Forms of tasks, and none.</summary>
    public const string Forms = "forms";

    /// <summary>Fields of the form in the input <c>Form</c> that may become variables.</summary>
    public const string Fields = "fields";

    /// <summary>Fixed texts.</summary>
    public const string Texts = "texts";

    /// <summary>Steps that some workflow of the organisation has, and none.</summary>
    public const string Steps = "steps";

    /// <summary>Lists that the organisation draws up.</summary>
    public const string Reports = "reports";
}
