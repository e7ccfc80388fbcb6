namespace Bpm.Application.Http;

/// <summary>Settings of the requests that workflows send to outside systems.</summary>
public sealed record OutgoingHttp
{
    /// <summary>Hosts that may be asked, each <c>host</c> (the scheme's own port) or <c>host:port</c>. Setting <c>Http:AllowedHosts</c>; none by default.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// Allowed hosts whose names may lead to private, loopback or link-local addresses. Setting <c>Http:PrivateHosts</c>. An address or
    /// <c>localhost</c> among the allowed hosts needs no entry here.
    /// </summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>Header values by name, for <c>secret:name</c>. Setting <c>Http:Secrets:name</c>.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest time of one attempt, connecting and reading included. Setting <c>Http:Timeout</c>; default 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts in all where no connection comes about. Setting <c>Http:Attempts</c>; default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Most bytes of an answer's body. Setting <c>Http:ResponseLimit</c>; default 1 MB.</summary>
    public int ResponseLimit { get; init; } = 1024 * 1024;

    /// <summary>Never prints the secrets.</summary>
    public override string ToString() => $"{AllowedHosts.Count} allowed hosts";
}
