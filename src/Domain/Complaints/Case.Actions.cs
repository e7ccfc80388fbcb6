using Bpm.Domain.Organisation;

namespace Bpm.Domain.Complaints;

/// <content>What people do to a case beside its process (links, mergers, corrections, with their reasons), and facts that come to be known.</content>
public sealed partial class Case
{
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
}
