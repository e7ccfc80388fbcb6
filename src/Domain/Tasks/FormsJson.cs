namespace Bpm.Domain.Tasks;

// The shape of forms.json.

internal sealed record FormsJson
{
    public required Dictionary<string, OutcomeJson> Outcomes { get; init; }
    public Dictionary<string, OutcomeJson> StepOutcomes { get; init; } = [];
    public required Dictionary<string, FormJson> Forms { get; init; }
}

internal sealed record OutcomeJson
{
    public string? Title { get; init; }
    public bool? ReasonRequired { get; init; }
    public List<string>? RecordedBy { get; init; }
}

internal sealed record FormJson
{
    public required Dictionary<string, FormField> Properties { get; init; }
    public List<string> Required { get; init; } = [];
    public Dictionary<string, IReadOnlyList<string>> RequiredFor { get; init; } = [];
    public List<string>? AttachmentFor { get; init; }
}
