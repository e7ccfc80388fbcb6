namespace Bpm.Engine.Expressions;

/// <summary>Which input of an activity an exception came from.</summary>
internal static class FailedInput
{
    private const string Key = "Bpm.Engine.Input";

    /// <summary>Notes the input on the exception, the innermost one first. False, so that it serves as an exception filter that catches nothing.</summary>
    public static bool Note(Exception exception, string input)
    {
        if (!exception.Data.Contains(Key)) exception.Data[Key] = input;
        return false;
    }

    /// <summary>The input noted, or null.</summary>
    public static string? Of(Exception exception) => exception.Data[Key] as string;
}
