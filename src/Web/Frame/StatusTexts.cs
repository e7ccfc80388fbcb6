namespace Bpm.Web.Frame;

/// <summary>What a page says for a status: what happened and what to do.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What to do.</param>
public sealed record StatusTexts(string Title, string Advice)
{
    /// <summary>The texts of a status.</summary>
    public static StatusTexts Of(int status) => status switch
    {
        400 => new("请求有误", "页面可能已经过期。请返回上一页刷新后再试。"),
        401 => new("需要登录", "登录已失效，请重新登录。"),
        403 => new("没有权限", "您的角色不能使用这个页面。如确需办理，请联系系统管理员。"),
        404 => new("没有找到这个页面", "地址可能有误，或内容已被删除，或不属于您的单位。请从上方菜单重新进入。"),
        405 => new("不支持的操作", "请从上方菜单重新进入。"),
        429 => new("查询过于频繁", "为保护客户信息，每分钟只能查询有限次数。请一分钟后再试。"),
        503 => new("暂不可用", "请稍后再试；一直如此请联系系统管理员。"),
        _ => new("系统出错", "本次操作没有保存。请稍后再试；仍不成功请联系系统管理员，并说明出错的时间。"),
    };
}
