namespace Bpm.Domain.Regulations;

/// <summary>Rule data that cannot be used; the message is Chinese and names the rule and what is wrong.</summary>
public sealed class InvalidRulesException(string message, Exception? inner = null) : Exception(message, inner);
