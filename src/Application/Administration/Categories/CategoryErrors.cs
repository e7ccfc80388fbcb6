using Bpm.Domain;

namespace Bpm.Application.Administration.Categories;

/// <summary>A lower level would open what was promised to be closed.</summary>
public sealed record LevelLowered() : Refusal("CATEGORY-LEVEL-LOWERED", "保密级别只能提高，不能降低：已登记的案件是按原级别承诺保密的。", RefusalKind.Conflict);

/// <summary>A higher level needs a second thought.</summary>
public sealed record LevelRaised()
    : Refusal("CATEGORY-LEVEL-RAISED", "提高保密级别后不能再降低，新登记的此类案件将只有指定岗位能看到内容；如确定要提高，请勾选“确认提高保密级别”后再保存。", RefusalKind.Conflict);

/// <summary>Cases have the attribute or value.</summary>
public sealed record AttributeRemoved(string Name)
    : Refusal("CATEGORY-ATTRIBUTE-REMOVED", $"“{Name}”不能删除：已有案件可能用到。可以停用、改名称，或增加新的选项。", RefusalKind.Conflict);
