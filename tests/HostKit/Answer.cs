using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;

namespace Bpm.HostKit;

/// <summary>What the product answered to one request, read to its end.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type without parameters; empty without a body.</param>
/// <param name="Text">The body as text.</param>
public sealed partial record Answer(HttpStatusCode Status, string ContentType, string Text)
{
    /// <summary>Headers by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer is JSON null.");

    /// <summary>True for any 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The stable code of a problem document; null for anything else.</summary>
    public string? Code => ContentType == "application/problem+json" ? Json["code"]?.GetValue<string>() : null;

    /// <summary>The answer itself, once its status is the expected one.</summary>
    public Answer Expect(int status)
    {
        ((int)Status).ShouldBe(status, Text.Length > 2000 ? Text[..2000] : Text);
        return this;
    }

    /// <summary>Asserts a complete problem document: status, media type, stable code and a Chinese detail.</summary>
    /// <param name="code">The code, where the test is about one in particular.</param>
    /// <param name="fields">Fields that <c>errors</c> must name.</param>
    public Answer ExpectProblem(int status, string? code = null, params string[] fields)
    {
        Expect(status);
        ContentType.ShouldBe("application/problem+json", Text);
        var document = Json;
        document["status"]!.GetValue<int>().ShouldBe(status);
        Code.ShouldNotBeNull(Text);
        StableCode().IsMatch(Code).ShouldBeTrue($"'{Code}' is no stable code.");
        if (code is not null)
            Code.ShouldBe(code, Text);
        Chinese().IsMatch(document["detail"]?.GetValue<string>() ?? "").ShouldBeTrue($"No Chinese detail: {Text}");
        foreach (var field in fields)
        {
            var messages = document["errors"]?[field]?.AsArray();
            messages.ShouldNotBeNull($"'{field}' is not among the errors: {Text}");
            messages.ShouldNotBeEmpty();
            messages.ShouldAllBe(message => Chinese().IsMatch(message!.GetValue<string>()));
        }

        return this;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")]
    private static partial Regex StableCode();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,}")]
    private static partial Regex Chinese();
}
