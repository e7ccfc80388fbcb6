using Bpm.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bpm.Persistence.Tests.Sqlite;

public class SqliteReadersTests
{
    [Fact]
    public async Task Rent_ACommitAfterTheFirstRead_IsSeenByTheNextSnapshotOnly()
    {
        await using var fixture = new WriterFixture();
        var session = fixture.Readers.Rent();
        session.Column("SELECT Id FROM Parents").ShouldBeEmpty();

        await fixture.InsertAsync(1);

        session.Column("SELECT Id FROM Parents").ShouldBeEmpty();
        fixture.Readers.Return(session);
        fixture.Committed().ShouldBe(["1"]);
    }

    [Fact]
    public async Task Rent_AWriteOnAReader_IsRefusedByTheDatabase()
    {
        await using var fixture = new WriterFixture();
        var session = fixture.Readers.Rent();

        Should.Throw<SqliteException>(() => session.Run("INSERT INTO Parents(Id) VALUES (1)"));

        fixture.Readers.Return(session);
    }

    [Fact]
    public async Task Return_ThenRent_ReusesTheConnection()
    {
        await using var fixture = new WriterFixture();
        var first = fixture.Readers.Rent();
        fixture.Readers.Return(first);

        var second = fixture.Readers.Rent();

        second.ShouldBeSameAs(first);
        fixture.Readers.Return(second);
    }
}
