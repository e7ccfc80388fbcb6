using Bpm.Domain.Complaints;

namespace Bpm.Domain.Tests.Complaints;

public sealed class ContactKeyTests
{
    [Theory]
    [InlineData("13800000001")]
    [InlineData("138 0000 0001")]
    [InlineData("138-0000-0001")]
    [InlineData("+86 138 0000 0001")]
    [InlineData("8613800000001")]
    [InlineData("008613800000001")]
    [InlineData("１３８００００００01")]
    [InlineData("（+86）138-0000-0001 张")]
    public void Of_SpellingsOfOnePhone_AreOneKey(string phone) =>
        ContactKey.Of(phone, null, null).ShouldBe([new(ContactKind.Phone, "13800000001")]);

    [Fact]
    public void Of_PhoneThatBeginsWith86ByItself_KeepsIt() =>
        ContactKey.Of("8612345", null, null).ShouldBe([new(ContactKind.Phone, "8612345")]);

    [Fact]
    public void Of_TwoPhonesInOneField_AreTwoKeys() => ContactKey.Of("0635-8412345 / 13800000001、13800000001", null, null)
        .ShouldBe([new(ContactKind.Phone, "06358412345"), new(ContactKind.Phone, "13800000001")]);

    [Theory]
    [InlineData("南关街12号楼3单元")]
    [InlineData("南关街 １２号楼，3单元。")]
    [InlineData(" 南关街(12)号楼-3-单元")]
    public void Of_SpellingsOfOneAddress_AreOneKey(string address) =>
        ContactKey.Of(null, address, null).ShouldBe([new(ContactKind.Address, "南关街12号楼3单元")]);

    [Theory]
    [InlineData(" a-77 b ")]
    [InlineData("Ａ-77B")]
    public void Of_SpellingsOfOneAccount_AreOneKey(string account) =>
        ContactKey.Of(null, null, account).ShouldBe([new(ContactKind.Account, "A-77B")]);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", " ", "")]
    [InlineData("无", "不详", "无")]
    [InlineData("110", "南关", "1")]
    public void Of_WhatTellsNobodyApart_IsNoKey(string? phone, string? address, string? account) =>
        ContactKey.Of(phone, address, account).ShouldBeEmpty();

    // Not as data of a theory: the runner would hand over another text.
    [Fact]
    public void Of_HalfACharacter_IsNoKey() => ContactKey.Of("13800000001\ud83d", "南关街12号\ud83d", "A-77\ud83d").ShouldBeEmpty();
}
