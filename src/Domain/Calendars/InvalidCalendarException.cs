namespace Bpm.Domain.Calendars;

/// <summary>Calendar data that cannot be used; the message is Chinese and says which part is wrong.</summary>
public sealed class InvalidCalendarException(string message, Exception? inner = null) : Exception(message, inner);
