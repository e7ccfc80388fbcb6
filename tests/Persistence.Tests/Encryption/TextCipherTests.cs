using System.Security.Cryptography;
using System.Text;
using Bpm.Persistence.Encryption;

namespace Bpm.Persistence.Tests.Encryption;

public class TextCipherTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("投诉内容：水压不足");

    private readonly TextCipher _cipher = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Open_WhatWasSealed_GivesItBack() => _cipher.Open(_cipher.Seal(Text, "Cases.Details"), "Cases.Details").ShouldBe(Text);

    [Fact]
    public void Seal_TheSameTwice_GivesDifferentBytes() => _cipher.Seal(Text, "Cases.Details").ShouldNotBe(_cipher.Seal(Text, "Cases.Details"));

    [Fact]
    public void Open_AnotherKey_SaysSo()
    {
        var sealedText = new TextCipher(RandomNumberGenerator.GetBytes(32)).Seal(Text, "Cases.Details");

        Should.Throw<TextKeyException>(() => _cipher.Open(sealedText, "Cases.Details")).Message.ShouldContain("another key");
    }

    [Fact]
    public void Open_MovedToAnotherColumn_IsRefused() =>
        Should.Throw<TextKeyException>(() => _cipher.Open(_cipher.Seal(Text, "Cases.Details"), "Replies.Text"));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(30)]
    public void Open_AChangedByte_IsRefused(int position)
    {
        var sealedText = _cipher.Seal(Text, "Cases.Details");
        sealedText[position] ^= 1;

        Should.Throw<TextKeyException>(() => _cipher.Open(sealedText, "Cases.Details"));
    }

    [Fact]
    public void Open_TooShort_IsRefused() => Should.Throw<TextKeyException>(() => _cipher.Open([1, 2, 3], "Cases.Details"));

    [Fact]
    public void Constructor_AKeyOfTheWrongLength_IsRefused() => Should.Throw<TextKeyException>(() => new TextCipher(new byte[16]));
}
