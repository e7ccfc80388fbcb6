namespace Bpm.Domain.Regulations;

/// <summary>A text that the product sends or shows as it stands.</summary>
/// <param name="Id">The article that prescribes it, or a <c>notice.…</c> template's name.</param>
/// <param name="Channel">Channel code on which it is used; <c>staff</c> for words to a colleague.</param>
/// <param name="Text">Chinese; a template has <c>{number}</c>, <c>{rule}</c>, <c>{due}</c> places and never the customer's data.</param>
public sealed record FixedText(string Id, string Channel, string Text);
