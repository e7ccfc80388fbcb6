using Bpm.Engine.Activities.Time;
using Bpm.Engine.Definitions;
using Bpm.Engine.Timers;

namespace Bpm.Engine.Activities;

/// <summary>The activity types that definitions may use. Fill it at start; after that it is only read.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, ActivityType> _types = new(StringComparer.Ordinal);

    /// <summary>A registry with Elsa's built-in activities.</summary>
    /// <param name="cron">Reads the expressions of the activity Cron; where null, definitions that use it are refused.</param>
    public static ActivityRegistry WithBuiltIns(ICronExpressions? cron = null)
    {
        var registry = new ActivityRegistry();
        foreach (var type in BuiltInActivities.All)
            registry.Add(type);
        return registry.Add(Cron.TypeWith(cron));
    }

    /// <summary>All types, in the order added.</summary>
    public IReadOnlyCollection<ActivityType> Types => _types.Values;

    /// <summary>Adds a type. A second type of the same name is an error of the program.</summary>
    public ActivityRegistry Add(ActivityType type)
    {
        _types.Add(type.Name, type);
        return this;
    }

    /// <summary>The type of this name, or null.</summary>
    public ActivityType? Find(string typeName) => _types.GetValueOrDefault(typeName);

    /// <summary>Why a type is refused, with the name nearest to it.</summary>
    internal string Unknown(string typeName) =>
        $"不支持的活动类型 “{typeName}”。{DidYouMean.Clause(typeName, _types.Keys)}";
}
