using Bpm.Domain;

namespace Bpm.Application.Sessions;

/// <summary>Unknown user, wrong password or locked account: the answer does not tell which of the first two.</summary>
public sealed record SignInFailed() : Refusal("SIGN-IN-FAILED", "用户名或密码不正确，请重新输入。", RefusalKind.Unauthenticated);

/// <summary>Too many wrong passwords.</summary>
public sealed record AccountLocked() : Refusal("ACCOUNT-LOCKED", "密码连续输错次数过多，账号已锁定 5 分钟，请稍后再试或联系系统管理员。", RefusalKind.Unauthenticated);

/// <summary>The refresh token is unknown, too old, or its account's sessions were ended.</summary>
public sealed record SessionEnded() : Refusal("SESSION-ENDED", "登录已失效，请重新登录。", RefusalKind.Unauthenticated);
