using System.Globalization;
using Bpm.Domain.Organisation;

namespace Bpm.Domain.Complaints;

/// <summary>Checks a registration against the organisation's profile and collects every problem, not only the first.</summary>
internal sealed class RegistrationCheck(OrganisationProfile profile)
{
    private static readonly TimeSpan _stillNow = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string[]> _errors = [];
    private string? _code;
    private string? _message;

    /// <summary>A registration that passed, cleaned.</summary>
    internal sealed record Passed(
        ComplaintKind Kind,
        ChannelProfile Channel,
        CategoryProfile Category,
        CaseDetails Details,
        DateTimeOffset ReceivedAt,
        IReadOnlyDictionary<string, string> Attributes);

    internal Result<Passed> Check(Registration registration, RegistrationStamp stamp)
    {
        var kind = Kind(registration.Kind);
        if (!profile.Channels.TryGetValue(registration.Channel ?? "", out var channel))
            Fail("channel", "COMPLAINT-CHANNEL-UNKNOWN", $"受理渠道无效，可选：{Choices(profile.Channels.Values.Select(c => (c.Name, c.Code)))}。");
        var category = Category(registration.Category, kind);

        var details = Details(registration);
        var receivedAt = ReceivedAt(registration, stamp);
        var attributes = registration.Attributes ?? new Dictionary<string, string>();
        if (category is not null)
        {
            Required(category, details);
            Attributes(category, attributes);
        }

        if (_code is not null)
            return new RegistrationRefused(_code, _message!, _errors);
        return new Passed(kind!.Value, channel!, category!, details, receivedAt, Filled(attributes));
    }

    /// <summary>Checks what a case is, once its texts are there, as at a registration.</summary>
    internal Result<(ComplaintKind Kind, CategoryProfile Category, IReadOnlyDictionary<string, string> Attributes)> Check(
        string? kindCode, string? categoryCode, CaseDetails details, IReadOnlyDictionary<string, string> attributes)
    {
        var kind = Kind(kindCode);
        var category = Category(categoryCode, kind);
        if (category is not null)
        {
            Required(category, details);
            Attributes(category, attributes);
        }

        return _code is null ? (kind!.Value, category!, Filled(attributes)) : new RegistrationRefused(_code, _message!, _errors);
    }

    private static Dictionary<string, string> Filled(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value.Trim());

    private ComplaintKind? Kind(string? code)
    {
        var kind = ComplaintKinds.Find(code);
        if (kind is null)
            Fail("kind", "COMPLAINT-KIND-UNKNOWN", "类型无效，应为投诉（complaint）、咨询（consultation）或系统故障（fault）。");
        return kind;
    }

    private CategoryProfile? Category(string? code, ComplaintKind? kind)
    {
        if (!profile.Categories.TryGetValue(code ?? "", out var category))
            Fail("category", "COMPLAINT-CATEGORY-UNKNOWN", $"类别无效，可选：{Choices(profile.Categories.Values.Select(c => (c.Name, c.Code)))}。");
        else if (kind is { } known && !category.Kinds.Contains(known))
            Fail("kind", "COMPLAINT-KIND-NOT-ALLOWED", $"类别“{category.Name}”不受理这种类型，请核对类型或类别。");
        return category;
    }

    private CaseDetails Details(Registration registration)
    {
        var customer = registration.Customer ?? new(null, null, null, null, false);
        return new(
            new(
                Text("customer.name", "客户姓名", customer.Name, 100),
                Text("customer.phone", "联系电话", customer.Phone, 50),
                Text("customer.address", "地址", customer.Address, 300),
                Text("customer.accountNumber", "户号", customer.AccountNumber, 50),
                customer.Anonymous),
            Text("target", "投诉对象", registration.Target, 500, lines: true),
            Text("content", "投诉内容", registration.Content, 20_000, lines: true) ?? "",
            Text("demand", "投诉要求", registration.Demand, 5_000, lines: true),
            Text("suggestion", "建议内容", registration.Suggestion, 5_000, lines: true),
            Text("backdatingReason", "补登理由", registration.BackdatingReason, 500, lines: true));
    }

    private DateTimeOffset ReceivedAt(Registration registration, RegistrationStamp stamp)
    {
        var receivedAt = registration.ReceivedAt ?? stamp.Now;
        if (receivedAt > stamp.Now)
            Fail("receivedAt", "COMPLAINT-RECEIVED-IN-FUTURE", "受理时间不能晚于当前时间。");
        else if (CaseNumber.DayOf(receivedAt, profile.Identity.Zone) < stamp.RulesEffectiveFrom)
            Fail("receivedAt", "COMPLAINT-RECEIVED-BEFORE-RULES", $"受理时间不能早于制度施行之日 {stamp.RulesEffectiveFrom:yyyy-MM-dd}。");
        else if (stamp.Now - receivedAt >= _stillNow && string.IsNullOrWhiteSpace(registration.BackdatingReason))
            Fail("backdatingReason", "COMPLAINT-BACKDATING-REASON", "受理时间早于当前时间，请填写补登理由。");
        return receivedAt;
    }

    private void Required(CategoryProfile category, CaseDetails details)
    {
        foreach (var field in category.Required)
        {
            var (title, value) = field switch
            {
                "target" => ("投诉对象", details.Target),
                "content" => ("投诉内容", details.Content),
                "demand" => ("投诉要求", details.Demand),
                "suggestion" => ("建议内容", details.Suggestion),
                _ => throw new InvalidOperationException($"'{field}' cannot be a required field of a category."),
            };
            if (string.IsNullOrEmpty(value))
                Fail(field, "COMPLAINT-FIELD-REQUIRED", $"请填写{title}。");
        }
    }

    private void Attributes(CategoryProfile category, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (!category.Attributes.TryGetValue(name, out var spec))
                Fail("attributes." + name, "COMPLAINT-ATTRIBUTE-UNKNOWN", $"类别“{category.Name}”没有属性“{name}”，请删除。");
            else if (!string.IsNullOrWhiteSpace(value))
                Attribute("attributes." + name, spec, value.Trim());
        }

        foreach (var (name, spec) in category.Attributes)
        {
            if (spec is { Required: true, IsActive: true } && string.IsNullOrWhiteSpace(attributes.GetValueOrDefault(name)))
                Fail("attributes." + name, "COMPLAINT-FIELD-REQUIRED", $"请选择{spec.Title}。");
        }
    }

    private void Attribute(string field, AttributeSpec spec, string value)
    {
        const string code = "COMPLAINT-ATTRIBUTE-INVALID";
        if (spec.Values is { } valid)
        {
            if (!valid.Contains(value))
                Fail(field, code, $"{spec.Title}无效，可选：{Choices(valid.Select((v, i) => (spec.ValueTitles?[i] ?? v, v)))}。");
        }
        else if (spec.Type == "integer")
        {
            if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                Fail(field, code, $"{spec.Title}应为整数。");
            else if (number < spec.Minimum || number > spec.Maximum)
                Fail(field, code, $"{spec.Title}应在 {spec.Minimum} 至 {spec.Maximum} 之间。");
        }
        else
        {
            Text(field, spec.Title, value, 200);
        }
    }

    private string? Text(string field, string title, string? value, int most, bool lines = false)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length > most)
            Fail(field, "COMPLAINT-TEXT-TOO-LONG", $"{title}最多 {most} 个字符。");
        else if (lines ? TextRules.HasControlCharacters(text) : !TextRules.IsOneCleanLine(text))
            Fail(field, "COMPLAINT-TEXT-INVALID", $"{title}含有不可见的控制字符，请删除后重试。");
        return text;
    }

    private void Fail(string field, string code, string message)
    {
        _errors[field] = _errors.TryGetValue(field, out var before) ? [.. before, message] : [message];
        _code ??= code;
        _message ??= message;
    }

    private static string Choices(IEnumerable<(string Title, string Code)> choices) =>
        string.Join('、', choices.Select(choice => $"{choice.Title}（{choice.Code}）"));
}
