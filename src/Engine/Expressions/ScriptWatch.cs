using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bpm.Engine.Incidents;
using Jint.Native;

namespace Bpm.Engine.Expressions;

/// <summary>
/// Watches one evaluation at every statement and at every call of JavaScript's own functions: time, memory, stack, length of texts.
/// What is short and small between two such moments cannot do harm.
/// </summary>
internal sealed class ScriptWatch(TimeSpan timeout)
{
    /// <summary>Longest text inside a script, in characters.</summary>
    public const int MaxText = 200_000;

    private const long MaxAllocated = 64L * 1024 * 1024;
    private long _allocatedAtStart;
    private long _deadline;

    public void Begin()
    {
        _allocatedAtStart = GC.GetAllocatedBytesForCurrentThread();
        _deadline = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
    }

    /// <exception cref="InsufficientMemoryException">It has allocated too much.</exception>
    /// <exception cref="InsufficientExecutionStackException">It is nested too deep.</exception>
    /// <exception cref="TimeoutException">It has run too long.</exception>
    public void Check()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (GC.GetAllocatedBytesForCurrentThread() - _allocatedAtStart > MaxAllocated) throw new InsufficientMemoryException();
        if (Stopwatch.GetTimestamp() > _deadline) throw new TimeoutException();
    }

    /// <exception cref="ActivityFaultException">The text is too long.</exception>
    public static JsValue Checked(JsValue value)
    {
        if (value.IsString()) CheckLength(value.AsString().Length);
        return value;
    }

    /// <exception cref="ActivityFaultException">A text of this length is too long.</exception>
    public static void CheckLength(long length)
    {
        if (length > MaxText) throw new ActivityFaultException($"脚本中的文本过长：超过 {MaxText} 个字符。");
    }
}
