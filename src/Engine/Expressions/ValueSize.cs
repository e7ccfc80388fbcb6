using System.Collections;
using System.Text;

namespace Bpm.Engine.Expressions;

/// <summary>About how many bytes a value takes in a stored state. Does not look into short texts and numbers.</summary>
internal static class ValueSize
{
    private const int Small = 16;

    public static long Of(object? value)
    {
        switch (value)
        {
            case string text:
                return text.Length < 256 ? Small + text.Length : Encoding.UTF8.GetByteCount(text);
            case byte[] bytes:
                return Small + bytes.Length;
            case IReadOnlyDictionary<string, object?> map:
                var size = (long)Small;
                foreach (var (key, item) in map) size += key.Length + Of(item);
                return size;
            case IEnumerable list:
                size = Small;
                foreach (var item in list) size += Of(item);
                return size;
            default:
                return Small;
        }
    }
}
