using Bpm.Domain;

namespace Bpm.Application.Access;

/// <summary>The request carries no valid sign-in.</summary>
public sealed record NotSignedIn() : Refusal("SIGN-IN-REQUIRED", "请先登录后再操作。", RefusalKind.Unauthenticated);

/// <summary>The password is one that an administrator gave.</summary>
public sealed record PasswordChangeRequired() : Refusal("PASSWORD-CHANGE-REQUIRED", "这是管理员设置的密码，请先改成自己的密码再继续。", RefusalKind.Forbidden);

/// <summary>The signed-in person's roles do not allow this.</summary>
public sealed record NotAllowed() : Refusal("NOT-ALLOWED", "您的角色没有此项权限，如确需办理请联系系统管理员。", RefusalKind.Forbidden);
