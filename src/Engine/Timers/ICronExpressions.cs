namespace Bpm.Engine.Timers;

/// <summary>Reads cron expressions. The implementer decides the time zone.</summary>
public interface ICronExpressions
{
    /// <summary>Reads an expression of five fields, or of six with seconds first; Sunday is 0 or 7.</summary>
    /// <exception cref="FormatException">It is none; the message names the expression and says why, in Chinese.</exception>
    ICronExpression Parse(string text);
}
