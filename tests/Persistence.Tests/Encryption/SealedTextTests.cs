using System.Text;
using Bpm.Application.Complaints;
using Bpm.Application.Idempotency;
using Bpm.Persistence.Encryption;
using Case = Bpm.Domain.Complaints.Case;

namespace Bpm.Persistence.Tests.Encryption;

public class SealedTextTests
{
    private static readonly string[] Secrets =
        [SampleCases.Content, "王小明", "13800001234", "文化路", "抢修班组", "您好", "客户说", "备注", "意见", "尽快恢复"];

    [Fact]
    public async Task Store_AConfidentialCase_LeavesNoTextInAnyFile()
    {
        using var folder = new TempFolder();
        await using (var database = await DatabaseFixture.OpenAsync(folder))
        {
            await database.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Full("T-1", secret: true)));
            await database.WriteAsync<IIdempotencyStore>(store => store.AddAsync(
                new("key", "hash", Encoding.UTF8.GetBytes(SampleCases.Content), SampleCases.Now), default));
            File.Exists(folder.File("bpm.db-wal")).ShouldBeTrue();
            Found(folder).ShouldBeEmpty();
        }

        Found(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Store_AnOpenCase_IsReadableInTheFile()
    {
        // Proves that the search above would find what lies in the clear.
        using var folder = new TempFolder();
        await using (var database = await DatabaseFixture.OpenAsync(folder))
            await database.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Full("T-1", secret: false)));

        Found(folder).ShouldBe(Secrets, ignoreOrder: true);
    }

    [Fact]
    public async Task FindAsync_ASealedAnswer_ComesBack()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var record = new IdempotencyRecord("key", "hash", Encoding.UTF8.GetBytes(SampleCases.Content), SampleCases.Now);
        await database.WriteAsync<IIdempotencyStore>(store => store.AddAsync(record, default));

        var found = await database.ReadAsync<IIdempotencyStore, IdempotencyRecord?>(store => store.FindAsync("key", default));

        found!.Body.ShouldBe(record.Body);
        found.CreatedAt.ShouldBe(record.CreatedAt);
        await database.WriteAsync<IIdempotencyStore>(store => store.ForgetAsync(SampleCases.Now.AddTicks(1), default));
        (await database.ReadAsync<IIdempotencyStore, IdempotencyRecord?>(store => store.FindAsync("key", default))).ShouldBeNull();
    }

    [Fact]
    public async Task PrepareAsync_TheKeyIsGone_SaysWhereItBelongsAndMakesNoOther()
    {
        using var folder = new TempFolder();
        await (await DatabaseFixture.OpenAsync(folder)).DisposeAsync();
        var key = Path.Combine(folder.Path, "keys", "text.key");
        File.Delete(key);

        (await Should.ThrowAsync<TextKeyException>(() => DatabaseFixture.OpenAsync(folder))).Message.ShouldContain(key);
        File.Exists(key).ShouldBeFalse();
    }

    [Fact]
    public async Task PrepareAsync_AnotherKey_IsRefusedAtTheStart()
    {
        using var folder = new TempFolder();
        await (await DatabaseFixture.OpenAsync(folder)).DisposeAsync();
        File.WriteAllBytes(Path.Combine(folder.Path, "keys", "text.key"), new byte[32]);

        (await Should.ThrowAsync<TextKeyException>(() => DatabaseFixture.OpenAsync(folder))).Message.ShouldContain("text.key");
    }

    [Fact]
    public async Task Hosts_WithDifferentKeysInOneProcess_EachReadTheirOwn()
    {
        using var folder = new TempFolder();
        using var otherFolder = new TempFolder();
        await using var database = await DatabaseFixture.OpenWithOwnKeyAsync(folder);
        await using var other = await DatabaseFixture.OpenWithOwnKeyAsync(otherFolder);

        foreach (var host in (DatabaseFixture[])[database, other])
            await host.WriteAsync<ICaseStore>(store => store.Add(SampleCases.Full("T-1", secret: true)));

        foreach (var host in (DatabaseFixture[])[database, other])
            (await host.ReadAsync<ICaseStore, Case?>(store => store.FindByNumberAsync("T-1", default)))!.Details.Value.Content.ShouldBe(SampleCases.Content);

        // A fresh process, as it were: each key opens its own file.
        await database.DisposeAsync();
        await using var again = await DatabaseFixture.OpenWithOwnKeyAsync(folder);
        (await again.ReadAsync<ICaseStore, Case?>(store => store.FindByNumberAsync("T-1", default)))!.Details.Sealed.ShouldBeTrue();
    }

    private static List<string> Found(TempFolder folder) =>
    [
        .. Secrets.Where(secret => Directory.GetFiles(folder.Path, "bpm.db*").Any(file => Holds(file, Encoding.UTF8.GetBytes(secret)) || Holds(file, Encoding.Unicode.GetBytes(secret)))),
    ];

    private static bool Holds(string file, byte[] text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(text) >= 0;
    }
}
