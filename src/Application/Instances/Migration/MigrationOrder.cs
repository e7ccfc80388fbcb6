using FluentValidation;

namespace Bpm.Application.Instances.Migration;

/// <summary>From which version to which other one, which instances, and how their steps correspond.</summary>
/// <param name="From">Version number.</param>
/// <param name="To">Version number.</param>
/// <param name="Instances">Instance ids; null means all open ones of the version, the oldest first, at most <see cref="MostInstances"/>.</param>
/// <param name="Map">Old node path to new node path, for steps that do not correspond by themselves; may be null.</param>
public sealed record MigrationOrder(string DefinitionId, int From, int To, IReadOnlyList<string>? Instances, IReadOnlyDictionary<string, string>? Map)
{
    /// <summary>Most instances of one request.</summary>
    public const int MostInstances = 500;
}

public sealed class MigrationOrderValidator : AbstractValidator<MigrationOrder>
{
    private const int MostPairs = 5_000;

    public MigrationOrderValidator()
    {
        RuleFor(order => order.To).NotEqual(order => order.From).WithMessage("目标版本和原版本相同，请选择另一个版本。");
        RuleFor(order => order.Instances).Must(ids => ids is null or { Count: > 0 }).WithMessage("请选择要迁移的案件。")
            .Must(ids => ids is null || ids.Count <= MigrationOrder.MostInstances).WithMessage($"一次最多迁移 {MigrationOrder.MostInstances} 件，请分批办理。");
        RuleFor(order => order.Map).Must(map => map is null || map.Count <= MostPairs).WithMessage($"步骤对应最多 {MostPairs} 项。");
    }
}
