using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Language;

/// <summary>
/// The words of the pages in the reader's language. The Chinese text is the key: pages read as they look, and Chinese is there without a look-up.
/// What an organisation brings itself (names, forms, fixed texts) and refusals stay Chinese in every language.
/// </summary>
public sealed class Words(IHttpContextAccessor context)
{
    /// <summary>Cookie that keeps the language.</summary>
    public const string Cookie = "bpm.language";

    /// <summary>Code of the second language; anything else is Chinese.</summary>
    public const string English = "en";

    private const string Root = "language/words.en.";
    private static readonly FrozenDictionary<string, string> InEnglish = Read();
    private bool? _english;

    /// <summary>True where the reader chose English.</summary>
    public bool IsEnglish => _english ??= context.HttpContext?.Request.Cookies[Cookie] == English;

    /// <summary>Code of the language for the document.</summary>
    public string Code => IsEnglish ? English : "zh-CN";

    /// <summary>Code of the language that the reader could choose instead.</summary>
    public string OtherCode => IsEnglish ? "zh-CN" : English;

    /// <summary>Name of that language in itself.</summary>
    public string OtherName => IsEnglish ? "中文" : "English";

    /// <summary>A text.</summary>
    /// <param name="chinese">The Chinese text; shown as it is where English is missing.</param>
    public string this[string chinese] => IsEnglish ? InEnglish.GetValueOrDefault(chinese, chinese) : chinese;

    /// <summary>A text with values in the places <c>{0}</c>, <c>{1}</c> ….</summary>
    public string this[string chinese, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[chinese], values);

    /// <summary>True where a text is known in English.</summary>
    public static bool Knows(string chinese) => InEnglish.ContainsKey(chinese);

    private static FrozenDictionary<string, string> Read()
    {
        var assembly = typeof(Words).Assembly;
        var words = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            // Areas may share a word; the first one's English holds for all.
            foreach (var (chinese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                words.TryAdd(chinese, english);
        }

        return words.ToFrozenDictionary();
    }
}
