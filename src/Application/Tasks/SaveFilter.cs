using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>Keeps a filter of the task lists for the caller; the same name again replaces it.</summary>
/// <param name="Query">The query of the list's address.</param>
[MayRun(Permission.Staff)]
public sealed record SaveFilter(string Name, string Query) : ICommand<SavedFilterView>;

public sealed class SaveFilterValidator : AbstractValidator<SaveFilter>
{
    public SaveFilterValidator()
    {
        RuleFor(request => request.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("请填写筛选名称。")
            .MaximumLength(SavedFilter.LongestName).WithMessage($"名称最多 {SavedFilter.LongestName} 个字符。")
            .Must(name => name is null || TextRules.IsOneCleanLine(name)).WithMessage("名称含有不可见的控制字符，请删除后重试。");
        RuleFor(request => request.Query).NotNull().WithMessage("缺少筛选条件。")
            .MaximumLength(SavedFilter.LongestQuery).WithMessage("筛选条件过长，请减少条件。")
            .Must(query => query is null || TextRules.IsOneCleanLine(query)).WithMessage("筛选条件含有不可见的控制字符，请删除后重试。");
    }
}

public sealed class SaveFilterHandler(ISavedFilterStore filters, Caller caller, TimeProvider systemClock) : IRequestHandler<SaveFilter, Result<SavedFilterView>>
{
    public async Task<Result<SavedFilterView>> Handle(SaveFilter request, CancellationToken cancellationToken)
    {
        var (name, query) = (request.Name.Trim(), request.Query.TrimStart('?'));
        var own = await filters.OfAsync(caller.Member.UserName, cancellationToken);
        if (own.FirstOrDefault(known => known.Name == name) is { } same)
        {
            same.Change(query, systemClock.GetUtcNow());
            return SavedFilterView.Of(same);
        }

        if (own.Count >= SavedFilter.MostFilters)
            return new SavedFiltersFull();
        var filter = new SavedFilter(caller.Member.UserName, name, query, systemClock.GetUtcNow());
        filters.Add(filter);
        return SavedFilterView.Of(filter);
    }
}
