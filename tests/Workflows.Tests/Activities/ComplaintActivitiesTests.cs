using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Tests.Activities;

public sealed class ComplaintActivitiesTests
{
    [Fact]
    public void Descriptors_OfEveryActivity_SpeakChinese()
    {
        foreach (var descriptor in ComplaintActivities.All.Select(type => type.Descriptor))
        {
            descriptor.TypeName.ShouldStartWith("Bpm.");
            string[] texts = [descriptor.Category, descriptor.DisplayName, descriptor.Description, .. descriptor.Inputs.SelectMany(i => new[] { i.DisplayName, i.Description }), .. descriptor.Ports.Select(p => p.DisplayName)];
            texts.ShouldAllBe(text => text.Any(c => c >= 0x4e00 && c <= 0x9fff));
        }
    }

    [Fact]
    public void Registry_Made_HoldsEveryActivityOnce()
    {
        var registry = ComplaintActivities.Registry();

        ComplaintActivities.All.ShouldAllBe(type => registry.Find(type.Name) == type);
    }
}
