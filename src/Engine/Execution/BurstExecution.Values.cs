namespace Bpm.Engine.Execution;

/// <content>Values of variables: their size, and how long they live.</content>
internal sealed partial class BurstExecution
{
    /// <summary>Accounts for a value before it is set.</summary>
    public void CheckSize(string name, object? value, object? replaced) =>
        StateBudget.Check(instance, options.MaxStateBytes, name, value, replaced);

    /// <summary>Variables in memory live for one burst, in every run mode alike.</summary>
    private void ForgetTransient()
    {
        if (!graph.HasTransientVariables) return;
        foreach (var run in instance.Runs())
            for (var i = 0; i < run.Node.Variables.Length; i++)
                if (run.Node.Variables[i].IsTransient) run.Slots![i] = run.Node.Variables[i].Default;
    }
}
