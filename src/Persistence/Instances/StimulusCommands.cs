using System.Globalization;
using Bpm.Application.Due;
using Bpm.Engine.Execution;
using Bpm.Persistence.Due;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>What a burst tells others, as due rows: each is delivered as a burst of its own, right after this one.</summary>
internal static class StimulusCommands
{
    public static async Task WriteAsync(DatabaseSession session, Burst burst, string organisation)
    {
        var instance = burst.Instance;
        for (var i = 0; i < burst.PublishedStimuli.Count; i++)
        {
            var letter = Letter.Of(burst.PublishedStimuli[i]).Write();
            var reference = string.Create(CultureInfo.InvariantCulture, $"{instance.Revision}.{i + 1}");
            await DueCommands.PutAsync(session, DueKind.Stimulus, organisation, instance.Id, reference, instance.UpdatedAt, letter);
        }
    }
}
