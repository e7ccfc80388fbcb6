using System.Text;
using Bpm.Persistence.Attachments;
using Bpm.Persistence.Encryption;

namespace Bpm.Persistence.Tests.Attachments;

public sealed class AttachmentFilesTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("扫描件：抄表员上门时态度恶劣。");

    private readonly TempFolder _folder = new();
    private readonly AttachmentFiles _files;

    public AttachmentFilesTests()
    {
        new TextKeyFile(_folder.Path).Create();
        _files = new(new PersistenceOptions { DataDirectory = _folder.Path });
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Find_Saved_IsTheContent(bool confidential)
    {
        var id = Guid.CreateVersion7();
        await _files.SaveAsync(id, Content, confidential, TestContext.Current.CancellationToken);
        (await _files.FindAsync(id, TestContext.Current.CancellationToken)).ShouldBe(Content);
    }

    [Fact]
    public async Task Save_Confidential_LeavesNoPlainBytes()
    {
        await _files.SaveAsync(Guid.CreateVersion7(), Content, confidential: true, TestContext.Current.CancellationToken);
        Stored().AsSpan().IndexOf(Content).ShouldBe(-1);
    }

    [Fact]
    public async Task Save_Open_LeavesPlainBytes()
    {
        await _files.SaveAsync(Guid.CreateVersion7(), Content, confidential: false, TestContext.Current.CancellationToken);
        Stored().AsSpan().IndexOf(Content).ShouldBe(1);
    }

    [Fact]
    public async Task Find_SealedContentUnderAnotherName_Throws()
    {
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _files.SaveAsync(mine, Content, confidential: true, TestContext.Current.CancellationToken);
        var path = Files().Single();
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "attachments", other.ToString("N")[^2..])).FullName;
        File.Move(path, Path.Combine(folder, other.ToString("N")));
        await Should.ThrowAsync<TextKeyException>(() => _files.FindAsync(other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Remove_Saved_IsGone()
    {
        var id = Guid.CreateVersion7();
        await _files.SaveAsync(id, Content, confidential: false, TestContext.Current.CancellationToken);
        _files.Remove(id);
        (await _files.FindAsync(id, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private byte[] Stored() => File.ReadAllBytes(Files().Single());

    private string[] Files() => Directory.GetFiles(Path.Combine(_folder.Path, "attachments"), "*", SearchOption.AllDirectories);
}
