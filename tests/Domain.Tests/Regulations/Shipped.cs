using Bpm.Domain.Calendars;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Tests.Regulations;

/// <summary>The data that ships, read from the working tree.</summary>
internal static class Shipped
{
    public static readonly string CalendarJson = Read("calendars/cn.json");
    public static readonly string XxJson = Read("xx-water/rules.json");
    public static readonly string LiaochengJson = Read("liaocheng-water/rules.json");
    public static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(CalendarJson);
    public static readonly RuleSet Xx = RuleSet.Parse(XxJson);
    public static readonly RuleSet Liaocheng = RuleSet.Parse(LiaochengJson);

    public static ClockRule Rule(string id) => (id[0] == 'A' ? Xx : Liaocheng).Find(id).ShouldNotBeNull();

    /// <summary>A moment in Asia/Shanghai.</summary>
    public static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    private static string Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bpm.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, "workflow-definitions", path));
    }
}
