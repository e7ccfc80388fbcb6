using Bpm.Engine.Activities;

namespace Bpm.Workflows.Activities;

/// <summary>Reads inputs that take one of a few fixed words.</summary>
internal static class Choices
{
    /// <summary>The word of an input.</summary>
    /// <param name="words">Valid words; the first is the default.</param>
    /// <exception cref="Bpm.Engine.Definitions.InvalidDefinitionException">Another word stands there.</exception>
    public static string Read(NodeReader node, string input, params string[] words)
    {
        var word = node.Fixed<string>(input, words[0]);
        if (word.Length == 0)
            return words[0];
        return words.Contains(word) ? word : throw node.Error($"“{input}”的取值“{word}”无效，可用：{string.Join('、', words)}。");
    }
}
