namespace Bpm.Domain.Tasks;

/// <summary>Form data that cannot be used; the message is Chinese and names the form and what is wrong.</summary>
public sealed class InvalidFormsException(string message, Exception? inner = null) : Exception(message, inner);
