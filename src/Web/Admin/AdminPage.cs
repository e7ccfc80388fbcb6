using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Web.Frame;

namespace Bpm.Web.Admin;

/// <summary>A page of administrators.</summary>
public abstract class AdminPage : StaffPage
{
    /// <summary>May change people, departments, roles, rosters, calendar and categories.</summary>
    protected bool MayManage => Caller.Has(Permission.ManageOrganisation);

    /// <summary>Revision that the posted form was made from.</summary>
    protected long? Revision => long.TryParse(Field("revision"), out var revision) ? revision : null;

    /// <summary>Why, as it was typed.</summary>
    protected string? Note => Choice("note");

    /// <summary>The posted text of a field, without blanks around it.</summary>
    protected string Text(string name) => Field(name)?.Trim() ?? "";

    /// <summary>The posted text of a field, or null where nothing was chosen.</summary>
    protected string? Choice(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>True when a box was ticked.</summary>
    protected bool Ticked(string name) => Chosen(name).Count > 0;

    /// <summary>All chosen values of a field.</summary>
    protected IReadOnlyList<string> Chosen(string name) => [.. Fields(name).OfType<string>().Where(value => value.Length > 0)];

    /// <summary>What a field of a form shows: what was typed where the form was refused, else what is stored.</summary>
    /// <param name="form">The form's <c>do</c>.</param>
    protected string Value(string form, string name, string? stored) => Doing == form ? Field(name) ?? "" : stored ?? "";

    /// <summary>Whether a box of a form is ticked: as it was posted where the form was refused, else as it is stored.</summary>
    protected bool Value(string form, string name, string value, bool stored) => Doing == form ? Fields(name).Contains(value) : stored;

    /// <summary>State of a document, for its forms; null where it may not be seen.</summary>
    protected Task<DocumentState?> StateAsync(string kind) => AskAsync(new GetDocumentState(kind));
}
