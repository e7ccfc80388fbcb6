using Bpm.Application.Definitions;

namespace Bpm.Persistence.Tests.Definitions;

public class DefinitionStoreTests
{
    [Fact]
    public async Task AddAsync_ANewPublishedVersion_TakesTheMarksFromTheOld()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);

        await database.WriteAsync<IDefinitionStore>(async store =>
        {
            await store.AddAsync(Version(1, latest: true, published: true), default);
            await store.AddAsync(Version(2, latest: true, published: false), default);

            (await store.FindPublishedAsync("d", default))!.Version.ShouldBe(1);
            (await store.FindLatestAsync("d", default))!.Version.ShouldBe(2);

            await store.AddAsync(Version(3, latest: true, published: true), default);
        });

        await using var scope = database.Scope();
        (await database.ReadAsync<IDefinitionStore, string?>(store => store.PublishedVersionIdAsync("d", default))).ShouldBe("d3");
        (await database.ReadAsync<IDefinitionStore, string?>(store => store.PublishedVersionIdAsync("x", default))).ShouldBeNull();
        (await database.ReadAsync<IDefinitionStore, IReadOnlyList<DefinitionRecord>>(store => store.PublishedAsync("o", default)))
            .ShouldHaveSingleItem().Version.ShouldBe(3);
        var first = await database.ReadAsync<IDefinitionStore, DefinitionRecord?>(store => store.FindVersionAsync("d1", default));
        first!.IsLatest.ShouldBeFalse();
        first.Json.ShouldBe([1, 2, 3]);
        first.CreatedAt.ShouldBe(SampleCases.Now);
    }

    private static DefinitionRecord Version(int version, bool latest, bool published) =>
        new("d" + version, "d", "o", version, "名称", latest, published, SampleCases.Now, "system", null, [1, 2, 3]);
}
