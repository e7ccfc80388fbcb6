namespace Bpm.Domain.Regulations;

/// <summary>Who answers under a penalty article, and with what.</summary>
/// <param name="Title">What the article calls the person, in Chinese.</param>
/// <param name="Who">
/// Recipient tokens in the order in which they are asked: the first that means one person names that one. <c>holder</c> is who held the work.
/// Empty where only a person can say.
/// </param>
/// <param name="Amount">CNY for each person and time; null where the regulation refers elsewhere or knows no sum.</param>
/// <param name="Points">Taken from the person's department (扣部门分/人次); 0 for none.</param>
public sealed record LiableRule(string Title, IReadOnlyList<string> Who, decimal? Amount, int Points);
