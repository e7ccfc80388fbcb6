namespace Bpm.Persistence.Scopes;

/// <summary>How a database keeps ids; EF knows it from its conventions, prepared commands from here.</summary>
internal interface IKeyFormat
{
    object Write(Guid id);

    Guid Read(object key);
}
