namespace Bpm.Domain.Organisation;

/// <summary>Organisation data that cannot be used; the message is Chinese and says what is wrong.</summary>
public sealed class InvalidOrganisationException(string message, Exception? inner = null) : Exception(message, inner);
