using Bpm.Domain.Complaints;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tests.Regulations;

namespace Bpm.Domain.Tests.Complaints;

public sealed class DutyTests
{
    [Fact]
    public void Kind_OfADuty_HasACodeAndCannotBeRegistered()
    {
        ComplaintKind.Duty.Code().ShouldBe("duty");
        ComplaintKinds.Find("duty").ShouldBeNull();
    }

    [Theory]
    [InlineData("duty", true, true)]
    [InlineData("complaint", true, false)]
    [InlineData("duty", false, false)]
    [InlineData("complaint", false, true)]
    public void Rule_OfRecurringWork_AppliesToDutiesOnly(string kind, bool recurs, bool applies)
    {
        var rule = Shipped.Rule("A-6.1") with { Recurrence = recurs ? new Recurrence(RecurrencePeriod.EveryDay, new(0, 0)) : null };
        rule.Applies(new(kind, "", "any", new Dictionary<string, string>())).ShouldBe(applies);
    }
}
