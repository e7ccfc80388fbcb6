namespace Bpm.Domain.Clocks;

/// <summary>A program asked a clock for a step that its state does not allow. Never caused by staff input alone.</summary>
public sealed class InvalidClockTransitionException(string ruleId, ClockState state, string step)
    : InvalidOperationException($"时钟 {ruleId} 处于 {state} 状态，不能执行 {step}。")
{
    /// <summary>The clock's rule.</summary>
    public string RuleId { get; } = ruleId;

    /// <summary>The state it was in.</summary>
    public ClockState State { get; } = state;
}
