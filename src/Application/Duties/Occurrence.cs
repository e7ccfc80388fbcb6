using System.Globalization;
using System.Text;

namespace Bpm.Application.Duties;

/// <summary>The local day that a due row of a duty stands for. In the payload: a row that failed once is due later, but for the same day.</summary>
internal static class Occurrence
{
    private const string Format = "yyyy-MM-dd";

    public static byte[] Write(DateOnly day) => Encoding.UTF8.GetBytes(day.ToString(Format, CultureInfo.InvariantCulture));

    public static DateOnly Read(byte[] payload) => DateOnly.ParseExact(Encoding.UTF8.GetString(payload), Format, CultureInfo.InvariantCulture);
}
