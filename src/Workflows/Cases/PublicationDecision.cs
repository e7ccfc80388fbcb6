namespace Bpm.Workflows.Cases;

/// <summary>What a workflow does with the definition whose publishing its case asks for.</summary>
public enum PublicationDecision
{
    /// <summary>Publishes it.</summary>
    Publish,

    /// <summary>Leaves it a draft; whoever drew it may ask again.</summary>
    Decline,
}
