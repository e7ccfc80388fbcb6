namespace Bpm.Domain.Tests;

public sealed class TextRulesTests
{
    // Attribute arguments are stored as UTF-8 and would lose half of a pair.
    [Fact]
    public void HasControlCharacters_HalfOfSurrogatePair_IsTrue()
    {
        TextRules.HasControlCharacters("水\ud83d").ShouldBeTrue();
        TextRules.HasControlCharacters("\ude00水").ShouldBeTrue();
        TextRules.HasControlCharacters("水😀").ShouldBeFalse();
    }

    [Theory]
    [InlineData("王芳", true)]
    [InlineData("王\t芳", false)]
    [InlineData("王\n芳", false)]
    [InlineData("王\u007f芳", false)]
    public void IsOneCleanLine_Text_HasNoBreaks(string text, bool clean) => TextRules.IsOneCleanLine(text).ShouldBe(clean);
}
