using Bpm.Domain;

namespace Bpm.Application.Instances;

/// <summary>There is no published version of the workflow in the caller's organisation.</summary>
public sealed record WorkflowNotFound(string DefinitionId)
    : Refusal("WORKFLOW-NOT-FOUND", $"没有已发布的流程“{DefinitionId}”，请核对编号，或先发布流程。", RefusalKind.NotFound);

/// <summary>The workflow handles the cases of a category: only registering a case starts it.</summary>
public sealed record WorkflowOfCategory(string Category)
    : Refusal("WORKFLOW-OF-CATEGORY", $"这是类别“{Category}”的办理流程，由登记案件启动，不能单独启动。", RefusalKind.Conflict);

/// <summary>The workflow handles cases of a channel or of recurring work: only they start it.</summary>
public sealed record WorkflowOfCases()
    : Refusal("WORKFLOW-OF-CASES", "这是信函或例行工作的办理流程，由登记案件或日历启动，不能单独启动。", RefusalKind.Conflict);

/// <summary>The workflow's activation strategy does not allow one more instance.</summary>
public sealed record NotActivated(string Workflow)
    : Refusal("WORKFLOW-NOT-ACTIVATED", $"流程“{Workflow}”的启动策略只允许一个运行中的实例，请等现有实例结束后再启动。", RefusalKind.Conflict);

/// <summary>The workflow's activation strategy goes by correlation id, and none is given.</summary>
public sealed record CorrelationRequired(string Workflow)
    : Refusal("WORKFLOW-CORRELATION-REQUIRED", $"流程“{Workflow}”的启动策略按关联号区分实例，启动时请给出关联号（correlationId）。", RefusalKind.Invalid);

/// <summary>The workflow cannot be run with what it was given.</summary>
public sealed record WorkflowNotStarted(string Reason)
    : Refusal("WORKFLOW-NOT-STARTED", $"流程没有启动：{Reason}", RefusalKind.Invalid);

/// <summary>There is no such instance, or the caller may not know that there is.</summary>
public sealed record InstanceNotFound() : Refusal("INSTANCE-NOT-FOUND", "没有找到这个流程实例，请核对编号。", RefusalKind.NotFound);

/// <summary>The instance carries a case, which would be left without a process.</summary>
public sealed record InstanceOfCase(string Number)
    : Refusal("INSTANCE-OF-CASE", $"这个流程实例在办理案件 {Number}，不能取消；请按业务步骤办结案件。", RefusalKind.Conflict);

/// <summary>The instance has nothing to which this could be done.</summary>
public sealed record InstanceUnchanged(string Reason) : Refusal("INSTANCE-UNCHANGED", Reason, RefusalKind.Conflict);

/// <summary>The instance must stay.</summary>
public sealed record InstanceKept(string Reason) : Refusal("INSTANCE-KEPT", Reason, RefusalKind.Conflict);

/// <summary>There is no such run of an activity, or the caller may not know that there is.</summary>
public sealed record ActivityRunNotFound() : Refusal("ACTIVITY-RUN-NOT-FOUND", "没有找到这次活动运行，请刷新页面。", RefusalKind.NotFound);

/// <summary>An activity cannot be tried by itself.</summary>
public sealed record ActivityNotTestable()
    : Refusal("ACTIVITY-NOT-TESTABLE", "活动不能单独试运行：它的结果取决于案件和所在的流程。请发布后登记一件测试案件，或启动整个流程。", RefusalKind.Invalid);

/// <summary>An instance cannot come from a file.</summary>
public sealed record InstancesNotImported()
    : Refusal("INSTANCES-NOT-IMPORTED", "流程实例不能导入：它与案件、任务和时限连在一起。请登记案件或启动流程。", RefusalKind.Invalid);

/// <summary>What is drawn is not what would run.</summary>
public sealed record WorkflowNotPublished(string Workflow)
    : Refusal("WORKFLOW-NOT-PUBLISHED", $"流程“{Workflow}”还有未发布的修改，请先发布，再启动。", RefusalKind.Conflict);

/// <summary>Nothing waits for this task (any more).</summary>
public sealed record RunTaskNotFound() : Refusal("RUN-TASK-NOT-FOUND", "没有找到这项外部任务，可能已完成，或流程已不再等待它。", RefusalKind.NotFound);
