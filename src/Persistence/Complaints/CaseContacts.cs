using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bpm.Persistence.Complaints;

/// <summary>Finds cases by hashed contacts, and writes the hashes of each new case in the transaction that adds it.</summary>
internal sealed class CaseContacts(DatabaseScope scope) : ICaseContacts
{
    private const string Place = "CaseContacts.Hash";

    // A look-up stays one short range, also for the number of a call box: ids grow with time.
    private const long Newest = 200;

    /// <summary>New cases; asked before EF saves and forgets what is new.</summary>
    public static List<Case> Added(ChangeTracker tracker) =>
        [.. tracker.Entries<Case>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];

    /// <summary>Writes the hashes of new cases.</summary>
    public static async Task WriteAsync(DatabaseSession session, List<Case> added)
    {
        foreach (var complaint in added)
        {
            foreach (var key in ContactKey.Of(complaint.Details.Value.Customer))
            {
                await session.Commands.ExecuteAsync(
                    """INSERT INTO "CaseContacts" ("Organisation", "Hash", "CaseId") VALUES (@p0, @p1, @p2)""",
                    complaint.Organisation, Hash(session.Context.Cipher, complaint.Organisation, key), session.Key(complaint.Id));
            }
        }
    }

    public async Task<IReadOnlyList<ContactMatch>> FindAsync(ContactSearch search, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var found = new Dictionary<Guid, (long SameCategory, long ReceivedAt, List<ContactKind> Kinds)>();
        foreach (var key in search.Keys)
        {
            using var row = await session.Commands.QueryAsync(
                """
                SELECT c."Id", c."Category" = @p2, c."ReceivedAt"
                FROM (SELECT "CaseId" FROM "CaseContacts" WHERE "Organisation" = @p0 AND "Hash" = @p1 ORDER BY "CaseId" DESC LIMIT @p4) k
                JOIN "Cases" c ON c."Id" = k."CaseId" WHERE c."Status" = 'Open' OR c."ClosedAt" >= @p3
                """,
                search.Organisation, Hash(session.Context.Cipher, search.Organisation, key), search.Category ?? "", search.ClosedSince.UtcTicks, Newest);
            while (await row.ReadAsync(cancellationToken))
            {
                var id = session.Id(row.GetValue(0));
                if (!found.TryGetValue(id, out var match))
                    found.Add(id, match = (row.GetInt64(1), row.GetInt64(2), []));
                if (!match.Kinds.Contains(key.Kind))
                    match.Kinds.Add(key.Kind);
            }
        }

        return
        [
            .. found.OrderByDescending(match => match.Value.SameCategory).ThenByDescending(match => match.Value.ReceivedAt).ThenByDescending(match => match.Key)
                .Take(search.Most).Select(match => new ContactMatch(match.Key, match.Value.Kinds)),
        ];
    }

    /// <summary>The hash under which a customer's address is kept; null without an address that tells customers apart.</summary>
    public static byte[]? AddressHash(TextCipher cipher, string organisation, Customer customer) =>
        ContactKey.Of(customer).FirstOrDefault(key => key.Kind == ContactKind.Address) is { } address ? Hash(cipher, organisation, address) : null;

    // With the organisation in it: that two organisations have a customer in common cannot be seen either.
    private static byte[] Hash(TextCipher cipher, string organisation, ContactKey key) => cipher.Fingerprint($"{organisation}\n{key.Kind}\n{key.Value}", Place);
}
