using Bpm.Persistence.Encryption;

namespace Bpm.Persistence.Tests.Encryption;

public class TextKeyFileTests
{
    [Fact]
    public void Create_InAnEmptyFolder_MakesAKeyThatOnlyTheOwnerReads()
    {
        using var folder = new TempFolder();
        var file = new TextKeyFile(folder.Path);

        file.Create();

        File.ReadAllBytes(file.Path).Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Create_WhereAKeyIs_KeepsIt()
    {
        using var folder = new TempFolder();
        var file = new TextKeyFile(folder.Path);
        file.Create();
        var key = File.ReadAllBytes(file.Path);

        file.Create();

        File.ReadAllBytes(file.Path).ShouldBe(key);
        Directory.GetFiles(folder.File("keys")).Length.ShouldBe(1);
    }

    [Fact]
    public void Read_Missing_NamesTheFile()
    {
        using var folder = new TempFolder();
        var file = new TextKeyFile(folder.Path);

        Should.Throw<TextKeyException>(() => file.Read()).Message.ShouldContain(file.Path);
    }
}
