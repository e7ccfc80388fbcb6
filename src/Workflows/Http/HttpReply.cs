namespace Bpm.Workflows.Http;

/// <summary>The answer to a request under <c>/workflows/</c>, checked: nothing in it weakens the product's own security.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="ContentType">Media type with its parameters; null without a body.</param>
/// <param name="Body">Text of the body, sent as UTF-8; null for none.</param>
/// <param name="Headers">Further headers; see <see cref="ReplyHeaders"/>.</param>
public sealed record HttpReply(int Status, string? ContentType, string? Body, IReadOnlyDictionary<string, string[]> Headers);
