namespace Bpm.Web.Status;

/// <summary>What page and API of the public status have in common.</summary>
public static class StatusQuestions
{
    /// <summary>Name of the rate limit over both.</summary>
    public const string Policy = "status";
}
