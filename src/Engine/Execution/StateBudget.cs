using System.Globalization;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <summary>Keeps the values of an instance within the size that its state may have.</summary>
internal static class StateBudget
{
    /// <summary>
    /// Accounts for a value that is about to be set. Cheap: what was added since the last look is summed up, and only when that
    /// might be too much everything is measured.
    /// </summary>
    /// <exception cref="ActivityFaultException">The state would grow too large; names the variable.</exception>
    public static void Check(WorkflowInstance instance, long limit, string name, object? value, object? replaced)
    {
        if (value is null or bool or int or long or double or decimal or DateTimeOffset or TimeSpan or Guid) return;
        var size = ValueSize.Of(value);
        instance.SizeAtMost += size;
        if (instance.SizeAtMost <= limit) return;
        var total = instance.Values().Sum(v => ValueSize.Of(v.Value)) - ValueSize.Of(replaced) + size;
        if (total <= limit)
        {
            instance.SizeAtMost = total;
            return;
        }
        // The value is not set: it does not count.
        instance.SizeAtMost = Math.Min(instance.SizeAtMost - size, limit);
        throw new ActivityFaultException(size > limit ? One(name, size, limit) : Many(instance, name, size, total, limit));
    }

    /// <exception cref="WorkflowException">The values given at the start are too large.</exception>
    public static void CheckInputs(WorkflowInstance instance, long limit)
    {
        long total = 0;
        foreach (var (name, value) in instance.InputValues)
        {
            var size = ValueSize.Of(value);
            total += size;
            if (total > limit) throw new WorkflowException(One(name, total, limit).Replace("变量", "输入", StringComparison.Ordinal)) { InstanceId = instance.Id };
        }
        instance.SizeAtMost = total;
    }

    private static string One(string name, long size, long limit) =>
        $"变量 “{name}” 过大：约 {Megabytes(size)}，而流程实例的全部状态最多 {Megabytes(limit)}。请把内容存到别处，变量只保存编号。";

    private static string Many(WorkflowInstance instance, string name, long size, long total, long limit)
    {
        var (largest, most) = instance.Values().Select(v => (v.Name, Size: ValueSize.Of(v.Value))).MaxBy(v => v.Size);
        return $"变量 “{name}”（约 {Megabytes(size)}）放不下：流程实例的状态将达到约 {Megabytes(total)}，最多 {Megabytes(limit)}；"
            + $"其中最大的是 “{largest}”（约 {Megabytes(most)}）。请把内容存到别处，变量只保存编号。";
    }

    private static string Megabytes(long bytes) => bytes < 100_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.##} MB");
}
