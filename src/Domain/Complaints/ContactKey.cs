using System.Text;

namespace Bpm.Domain.Complaints;

/// <summary>A phone, address or account number in the one spelling in which cases are compared: a personal datum, kept nowhere in the clear.</summary>
/// <param name="Value">Phone: digits without country code. Address: half-width, without blanks and punctuation. Account: upper case without blanks.</param>
public sealed record ContactKey(ContactKind Kind, string Value)
{
    // Shorter ones are "无", "不详", an extension: they would tie strangers together.
    private const int ShortestPhone = 5;
    private const int ShortestAddress = 4;
    private const int ShortestAccount = 3;

    private static readonly char[] _between = ['/', '\\', '、', ',', ';', '|', '\n'];

    /// <summary>The keys of a customer, each once; none for what is missing or too short to tell customers apart.</summary>
    public static IReadOnlyList<ContactKey> Of(string? phone, string? address, string? account) =>
    [
        .. HalfWidth(phone).Split(_between).Select(Phone).Where(value => value.Length >= ShortestPhone).Distinct().Select(value => new ContactKey(ContactKind.Phone, value)),
        .. One(ContactKind.Address, Spelling(address), ShortestAddress),
        .. One(ContactKind.Account, Account(account), ShortestAccount),
    ];

    /// <inheritdoc cref="Of(string?, string?, string?)"/>
    public static IReadOnlyList<ContactKey> Of(Customer customer) => Of(customer.Phone, customer.Address, customer.AccountNumber);

    private static IEnumerable<ContactKey> One(ContactKind kind, string value, int shortest) => value.Length < shortest ? [] : [new(kind, value)];

    private static string Phone(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        // 0086 and 86 before a mobile number of eleven digits, or where a plus says that a country code follows.
        if (digits.StartsWith("0086", StringComparison.Ordinal))
            return digits[4..];
        var coded = digits.StartsWith("86", StringComparison.Ordinal) && (text.Contains('+', StringComparison.Ordinal) || digits is { Length: 13 } && digits[2] == '1');
        return coded ? digits[2..] : digits;
    }

    /// <summary>A place in the one spelling in which places are compared: half-width capitals without blanks and punctuation.</summary>
    public static string Spelling(string? text) => string.Concat(HalfWidth(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Account(string? text) => string.Concat(HalfWidth(text).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    // Form KC also makes one of the several writings of a sign; half a surrogate pair cannot be normalised.
    private static string HalfWidth(string? text) =>
        string.IsNullOrWhiteSpace(text) || TextRules.HasControlCharacters(text) ? "" : text.Normalize(NormalizationForm.FormKC);
}
