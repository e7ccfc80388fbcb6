using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <content>What people do to a case beside its process (links, mergers, corrections, with their reasons), and facts that come to be known.</content>
public sealed partial class Case
{
    /// <summary>Ending of a case that goes on as another one.</summary>
    public const string MergedEnding = "merged";

    /// <summary>Ties the case to another one. The caller ties the other one to this.</summary>
    public CaseLink Link(string otherNumber, string kind, string by, DateTimeOffset now)
    {
        if (_links.Find(known => known.OtherNumber == otherNumber && known.Kind == kind) is { } same)
            return same;
        var link = CaseLink.Tie(Id, otherNumber, kind, by, now);
        _links.Add(link);
        return link;
    }

    /// <summary>Keeps the words of somebody who acted on the case beside its process.</summary>
    /// <param name="kind">Code, see <see cref="NoteKinds"/>.</param>
    /// <param name="subject">What it was about, as codes: a number, categories; never text.</param>
    public Result<CaseNote> Note(string kind, string subject, string? text, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ReasonInvalid("请填写理由。");
        if (text.Trim().Length > CaseNote.MaxLength)
            return new ReasonInvalid($"理由最多 {CaseNote.MaxLength} 个字符。");
        if (TextRules.HasControlCharacters(text))
            return new ReasonInvalid("理由含有不可见的控制字符，请删除后重试。");
        var note = CaseNote.Write(this, kind, subject, text.Trim(), by, now);
        _notes.Add(note);
        return note;
    }

    /// <summary>Learns attributes of the case, for example the pipe's size at the place itself.</summary>
    /// <param name="values">Valid values of attributes that the category declares.</param>
    /// <returns>True when something was not known or is different now; the clocks then have to be decided anew.</returns>
    public bool Learn(IReadOnlyDictionary<string, string> values)
    {
        var changed = values.Where(value => Attributes.GetValueOrDefault(value.Key) != value.Value).ToList();
        if (changed.Count == 0)
            return false;
        Attributes = Attributes.Concat(changed).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Last().Value);
        return true;
    }

    /// <summary>Puts the case into another category of the same process; attributes that the category does not know fall away.</summary>
    public void Reclassify(CategoryProfile category)
    {
        Category = category.Code;
        Attributes = Attributes.Where(value => category.Attributes.ContainsKey(value.Key)).ToDictionary(value => value.Key, value => value.Value);
    }

    /// <summary>Number of the case that this one was merged into, or null.</summary>
    public string? MergedInto => Ending == MergedEnding ? _links.Find(link => link.Kind == LinkKinds.MergedInto)?.OtherNumber : null;

    /// <summary>并案: closes the case, because it goes on as another open one of its category; both know of it, and who is accused here is shut out there.</summary>
    public Result<Done> MergeInto(Case main, string by, DateTimeOffset now)
    {
        if (main.Id == Id)
            return new MergeIntoItself();
        if (MergedInto is { } elsewhere)
            return new AlreadyMerged(elsewhere);
        if (!IsOpen)
            return new CaseClosed();
        if (!main.IsOpen)
            return main.MergedInto is { } into ? new MergeIntoMerged(into) : new MergeIntoClosed();
        if (main.Category != Category)
            return new MergeCategoriesDiffer();
        if (main.Level != Level)
            return new MergeConfidentialityDiffers();
        var closed = Close(MergedEnding, null, now, $"并入 {main.Number}");
        if (closed.IsRefused)
            return closed;
        Link(main.Number, LinkKinds.MergedInto, by, now);
        main.Link(Number, LinkKinds.MergedFrom, by, now);
        main.Accused = [.. main.Accused.Union(Accused)];
        foreach (var task in main._tasks)
            task.Exclude(main.Accused, now);
        return closed;
    }

    /// <summary>
    /// 更正: changes what was registered wrongly, by the checks of a registration. The caller moves clocks and process accordingly
    /// (<see cref="Corrected.NewDefinitionId"/>).
    /// </summary>
    public Result<Corrected> Correct(Correction correction, OrganisationProfile profile)
    {
        if (!IsOpen)
            return new CaseClosed();
        var category = profile.Categories.GetValueOrDefault(correction.Category ?? Category);
        var kept = Attributes.Where(value => category is null || category.Attributes.ContainsKey(value.Key));
        var attributes = kept.Concat(correction.Attributes ?? new Dictionary<string, string>()).GroupBy(value => value.Key).ToDictionary(same => same.Key, same => same.Last().Value);
        var check = new RegistrationCheck(profile).Check(correction.Kind ?? Kind.Code(), correction.Category ?? Category, Details.Value, attributes);
        if (check.IsRefused)
            return check.Refusal;
        var (kind, known, filled) = check.Value;
        var names = filled.Keys.Union(Attributes.Keys).Where(name => filled.GetValueOrDefault(name) != Attributes.GetValueOrDefault(name)).Order(StringComparer.Ordinal).ToList();
        if (kind == Kind && known.Code == Category && names.Count == 0)
            return new CorrectionEmpty();
        // Down only as long as nobody has worked on it: what was written in confidence stays in confidence.
        if ((known.Level != Confidentiality.Open) != IsConfidential || (known.Level < Level && _tasks.Exists(task => task.State == TaskState.Completed)))
            return new CorrectionConfidentiality();
        var channel = profile.Channels[Channel];
        var (isLetter, staysLetter) = (DefinitionId == channel.DefinitionId, kind != ComplaintKind.Fault && channel.DefinitionId is not null);
        if (isLetter != staysLetter)
            return new CorrectionOfLetter();
        var corrected = new Corrected(
            !isLetter && (known.DefinitionId != DefinitionId || kind != Kind) ? known.DefinitionId : null,
            known.Code != Category,
            string.Join(' ', [.. kind == Kind ? [] : new[] { $"{Kind.Code()}>{kind.Code()}" }, .. known.Code == Category ? [] : new[] { $"{Category}>{known.Code}" }, .. names]));
        (Kind, Category, Level, Attributes) = (kind, known.Code, known.Level, filled);
        return corrected;
    }

    /// <summary>Leaves the process that runs the case, for another one; <see cref="BindWorkflow"/> ties the case to that. No department has it now.</summary>
    public void LeaveProcess(string newDefinitionId, DateTimeOffset now)
    {
        FormerProcesses = [.. FormerProcesses, new(DefinitionId, DefinitionVersion, InstanceId, now)];
        (DefinitionId, DefinitionVersionId, DefinitionVersion, InstanceId) = (newDefinitionId, "", 0, "");
        (Department, HandedOverAt) = (null, null);
    }

    /// <summary>The oldest request for disclosure that nobody has decided; null where there is none.</summary>
    public Disclosure? PendingDisclosure => _disclosures.Where(disclosure => disclosure.Granted is null).MinBy(disclosure => disclosure.RequestedAt);

    /// <summary>Asks to give something of the case out of the company.</summary>
    public Result<Disclosure> AskDisclosure(DisclosureTerms terms, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new CaseClosed();
        foreach (var (field, title, text, most) in ((string, string, string?, int)[])[
            ("recipient", "提供给谁", terms.Recipient, 200), ("scope", "提供内容", terms.Scope, 1000), ("reason", "理由", terms.Reason, 500)])
        {
            if (string.IsNullOrWhiteSpace(text))
                return new DisclosureInvalid(field, $"请填写{title}。");
            if (text.Trim().Length > most)
                return new DisclosureInvalid(field, $"{title}最多 {most} 个字符。");
            if (TextRules.HasControlCharacters(text))
                return new DisclosureInvalid(field, $"{title}含有不可见的控制字符，请删除后重试。");
        }

        var disclosure = Disclosure.Ask(this, new(terms.Recipient.Trim(), terms.Scope.Trim(), terms.Reason!.Trim()), by, now);
        _disclosures.Add(disclosure);
        return disclosure;
    }

    /// <summary>Decides the oldest request that waits.</summary>
    /// <returns>The request, or null where none waits.</returns>
    public Disclosure? DecideDisclosure(bool granted, DisclosureTerms? terms, string by, DateTimeOffset now)
    {
        var pending = PendingDisclosure;
        pending?.Decide(granted, terms ?? pending.Request.Value, by, now);
        return pending;
    }
}
