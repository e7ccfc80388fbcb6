using System.Security.Cryptography;

namespace Bpm.Persistence.Encryption;

/// <summary>The key file <c>keys/text.key</c> of a data folder: 32 random bytes that only the owner may read.</summary>
/// <param name="dataDirectory">Absolute path.</param>
internal sealed class TextKeyFile(string dataDirectory)
{
    /// <summary>Absolute path of the file.</summary>
    public string Path { get; } = System.IO.Path.Combine(dataDirectory, "keys", "text.key");

    public bool Exists => File.Exists(Path);

    /// <summary>Reads the key.</summary>
    /// <exception cref="TextKeyException">The file is missing or no key.</exception>
    public TextCipher Read()
    {
        if (!Exists)
            throw new TextKeyException($"The database holds sealed text and its key is missing: put the key back as {Path} (it is part of every backup).");
        return new TextCipher(File.ReadAllBytes(Path));
    }

    /// <summary>Makes a new key. Two processes that start together end with the same one.</summary>
    public void Create()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var draft = Path + "." + Guid.NewGuid().ToString("N");
        Write(draft, RandomNumberGenerator.GetBytes(TextCipher.KeySize));
        try
        {
            File.Move(draft, Path, overwrite: false);
        }
        catch (IOException) when (Exists)
        {
            File.Delete(draft);
        }
    }

    /// <summary>On the disk before it has its name: a half-written key would lock the text away.</summary>
    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
    }
}
