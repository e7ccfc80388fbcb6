namespace Bpm.Application.Links;

/// <summary>Makes tokens that only this installation can make.</summary>
public interface ILinkSigner
{
    /// <summary>The token of a link, fit for a URL.</summary>
    string Sign(SignedLink link);

    /// <summary>The link of a token, also of one that has expired; null where the token was not made here or was changed.</summary>
    SignedLink? Read(string token);
}
