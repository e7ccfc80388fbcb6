using Bpm.Application.Access;
using Bpm.Application.Complaints;

namespace Bpm.Web.Frame;

/// <summary>The main menu.</summary>
public static class Menu
{
    /// <summary>An entry.</summary>
    /// <param name="Address">Where it leads; pages below it belong to it.</param>
    /// <param name="Name">Chinese name, a key of the words.</param>
    /// <param name="Shown">Who sees it. The page itself checks again.</param>
    public sealed record Entry(string Address, string Name, Func<Caller, bool> Shown)
    {
        /// <summary>True while a page of the entry is open.</summary>
        public bool Holds(string path) => Address == "/" ? path == "/" : path.StartsWith(Root, StringComparison.Ordinal);

        /// <summary>Where its pages lie.</summary>
        public string Root { get; init; } = Address;
    }

    /// <summary>Links between the pages around the designer.</summary>
    public static IReadOnlyList<(string Address, string Name)> Processes { get; } =
        [("/studio/definitions", "流程设计"), ("/studio/instances", "流程实例"), ("/studio/incidents", "异常处理")];

    /// <summary>The worklists of somebody, under their own names.</summary>
    public static IEnumerable<(string Address, string Name)> Worklists(Caller caller) => caller.Staff is not { } staff
        ? []
        : caller.Home.Profile.Worklists.Values.Where(list => list.For.Any(caller.Home.KeysOf(staff.UserName).Contains))
            .Select(list => ($"/worklists/{Uri.EscapeDataString(list.Code)}", list.Name));

    /// <summary>In the order to show them.</summary>
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new("/", "工作台", _ => true),
        new("/register", "登记", caller => caller.Has(Permission.Register)),
        new("/outages", "停水通告", Bpm.Web.Outages.OutagesPage.MayAnnounce),
        new("/cases", "工单", caller => caller.Staff is not null),
        new("/supervision", "督办", caller => caller.Has(Permission.Supervise)),
        new("/dashboard", "统计", caller => caller.Has(Permission.Supervise)),
        new("/reports", "报表", caller => caller.Has(Permission.ReadReports) || caller.Has(Permission.Supervise)),
        new("/penalties", "处罚", Bpm.Application.Penalties.PenaltyDesk.SeesAll),
        new("/discipline", "纪检监察", ListConfidential.IsFor),
        new("/studio/definitions", "流程", caller => caller.Has(Permission.ViewProcesses)) { Root = "/studio" },
        new("/admin", "管理", caller => caller.Has(Permission.ManageOrganisation) || caller.Has(Permission.DesignProcesses)),
        new("/admin/audit", "操作记录", caller => caller.Has(Permission.ReadAudit) && !caller.Has(Permission.ManageOrganisation)),
    ];
}
