using Bpm.Domain.Complaints;

namespace Bpm.Application.Administration.Categories;

internal static class Levels
{
    public static string Code(Confidentiality level) => level.ToString().ToLowerInvariant();

    public static Confidentiality? Find(string code) => Enum.GetValues<Confidentiality>().Cast<Confidentiality?>().FirstOrDefault(level => Code(level!.Value) == code);
}
