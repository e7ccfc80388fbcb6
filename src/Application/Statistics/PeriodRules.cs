using Bpm.Application.Reports;
using FluentValidation;

namespace Bpm.Application.Statistics;

/// <summary>What first and last day of a period must be.</summary>
internal static class PeriodRules
{
    public static void CheckPeriod<T>(this AbstractValidator<T> validator, Func<T, string?> from, Func<T, string?> to)
    {
        validator.RuleFor(request => from(request)).Must(DayRange.IsDay).OverridePropertyName("from").WithMessage("from 应为日期，例如 2026-10-01。");
        validator.RuleFor(request => to(request)).Must(DayRange.IsDay).OverridePropertyName("to").WithMessage("to 应为日期，例如 2026-10-31。");
        validator.RuleFor(request => to(request))
            .Must((request, last) => last is null || (from(request) is { } first
                && DayRange.IsDay(first) && DayRange.IsDay(last) && DayRange.Day(last).DayNumber - DayRange.Day(first).DayNumber is >= 0 and < DayRange.Longest))
            .OverridePropertyName("to").WithMessage($"from 和 to 应同时填写，to 不得早于 from，最多 {DayRange.Longest} 天。");
    }
}
