namespace Bpm.Connectors.Tests.Http;

/// <summary>A request as the outside system saw it.</summary>
internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
