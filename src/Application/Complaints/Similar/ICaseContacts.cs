namespace Bpm.Application.Complaints;

/// <summary>Cases by what their customers are reached at. Every stored case is known here from the transaction on that adds it.</summary>
public interface ICaseContacts
{
    /// <summary>Cases that name one of the contacts: those of the category first, then the newest receipt.</summary>
    Task<IReadOnlyList<ContactMatch>> FindAsync(ContactSearch search, CancellationToken cancellationToken);
}
