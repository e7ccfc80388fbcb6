using System.Globalization;
using System.Security.Cryptography;

namespace Bpm.Domain.Complaints;

/// <summary>The code that, beside the number, lets a customer ask for the state of the case.</summary>
public static class QueryCode
{
    /// <summary>Six random digits, not guessable from earlier codes.</summary>
    public static string Create() => RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
}
