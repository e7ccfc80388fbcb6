using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Case = Bpm.Domain.Complaints.Case;

namespace Bpm.Persistence.Tests.Complaints;

public class CaseContactsTests
{
    private static readonly IReadOnlyList<ContactKey> Keys = ContactKey.Of("138-0000-1234", "文化路1号", "a-77");

    [Fact]
    public async Task FindAsync_TheSameCustomer_SaysWhatIsTheSame()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var earlier = SampleCases.Register("T-1");
        await database.WriteAsync<ICaseStore>(store => store.Add(earlier));

        var match = (await FindAsync(database, Search())).ShouldHaveSingleItem();
        match.CaseId.ShouldBe(earlier.Id);
        match.Kinds.ShouldBe([ContactKind.Phone, ContactKind.Address, ContactKind.Account]);
        (await FindAsync(database, Search() with { Keys = ContactKey.Of(null, "文化路1号", "B-1") })).ShouldHaveSingleItem().Kinds.ShouldBe([ContactKind.Address]);
        (await FindAsync(database, Search() with { Keys = ContactKey.Of("13800001235", "文化路2号", "a-78") })).ShouldBeEmpty();
        (await FindAsync(database, Search() with { Organisation = "other-water" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_ClosedCases_CountWithinTheWindowOnly()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var closed = SampleCases.Register("T-1");
        closed.Close("replied", null, SampleCases.Now).IsRefused.ShouldBeFalse();
        await database.WriteAsync<ICaseStore>(store => store.Add(closed));

        (await FindAsync(database, Search() with { ClosedSince = SampleCases.Now })).Count.ShouldBe(1);
        (await FindAsync(database, Search() with { ClosedSince = SampleCases.Now.AddTicks(1) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_SeveralCases_TheCategoryFirstThenTheNewest()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        Case[] cases =
        [
            SampleCases.Register("T-1", secret: true, receivedAt: SampleCases.Now.AddDays(-3)), SampleCases.Register("T-2", receivedAt: SampleCases.Now.AddDays(-2)),
            SampleCases.Register("T-3", receivedAt: SampleCases.Now.AddDays(-1)),
        ];
        await database.WriteAsync<ICaseStore>(store => Array.ForEach(cases, store.Add));

        (await FindAsync(database, Search() with { Category = "secret" })).Select(match => match.CaseId).ShouldBe([cases[0].Id, cases[2].Id, cases[1].Id]);
        (await FindAsync(database, Search() with { Most = 2 })).Select(match => match.CaseId).ShouldBe([cases[2].Id, cases[1].Id]);
    }

    [Fact]
    public async Task Store_AConfidentialCase_LeavesNoContactInTheDatabase()
    {
        using var folder = new TempFolder();
        await using (var database = await DatabaseFixture.OpenAsync(folder))
        {
            await database.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Register("T-1", secret: true)));
            (await FindAsync(database, Search())).Count.ShouldBe(1);
        }

        var bytes = await File.ReadAllBytesAsync(folder.File("bpm.db"));
        foreach (var text in (string[])["13800001234", "文化路", "A-77"])
            bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(-1, text);
    }

    [Fact]
    public async Task Hash_OfAnotherKeyOrOrganisation_IsAnother()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        await using var database = await DatabaseFixture.OpenWithOwnKeyAsync(folder);
        await using var otherDatabase = await DatabaseFixture.OpenWithOwnKeyAsync(other);
        await database.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Register("T-1")));
        await otherDatabase.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Register("T-1")));

        Hashes(folder).Count.ShouldBe(3);
        Hashes(folder).Intersect(Hashes(other)).ShouldBeEmpty();
    }

    private static ContactSearch Search() => new(SampleCases.Organisation, Keys, null, SampleCases.Now.AddDays(-90), 10);

    private static Task<IReadOnlyList<ContactMatch>> FindAsync(DatabaseFixture database, ContactSearch search) =>
        database.ReadAsync<ICaseContacts, IReadOnlyList<ContactMatch>>(contacts => contacts.FindAsync(search, default));

    private static List<string> Hashes(TempFolder folder)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("bpm.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT hex("Hash") FROM "CaseContacts" """;
        using var reader = command.ExecuteReader();
        var hashes = new List<string>();
        while (reader.Read())
            hashes.Add(reader.GetString(0));
        return hashes;
    }
}
