using Bpm.Application.Penalties;
using Bpm.Persistence.Tasks;

namespace Bpm.Persistence.Penalties;

/// <summary>A <see cref="PenaltyFilter"/> as parts of a query over rows and their cases.</summary>
internal static class PenaltySql
{
    /// <summary>True for a row whose case the reader always reads. Accused is JSON: a list of user names in quotation marks.</summary>
    public static string Readable(PenaltyFilter filter, SqlValues values)
    {
        var levels = filter.Levels.Count == 0 ? "''" : values.Add(filter.Levels);
        return $"""(c."Level" IN ({levels}) AND c."Accused" NOT LIKE {values.Add($"%\"{filter.Reader}\"%")})""";
    }

    /// <summary>The rows that the filter finds, as <c>p</c>, with their cases as <c>c</c>.</summary>
    /// <param name="readable">What <see cref="Readable"/> said.</param>
    public static string From(PenaltyFilter filter, string readable, SqlValues values)
    {
        var reader = values.Add(filter.Reader);
        // The cross join keeps the order: from the rows to their cases, never through all cases of the organisation.
        // One case is found by its own index: whose it is, its number says.
        var which = filter.Complaint is { } complaint
            ? $"""p."CaseId" = (SELECT "Id" FROM "Cases" WHERE "Number" = {values.Add(complaint)} AND "Organisation" = {values.Add(filter.Organisation)})"""
            : $"""p."Organisation" = {values.Add(filter.Organisation)}""";
        var text = $"""FROM "Penalties" p CROSS JOIN "Cases" c WHERE c."Id" = p."CaseId" AND {which}""";
        text += filter.OwnOnly ? $""" AND p."Person" = {reader}""" : $""" AND ({readable} OR p."Person" = {reader})""";
        if (filter.State is { } state)
            text += $""" AND p."State" = {values.Add(state)}""";
        if (filter.Person is { } person)
            text += person.Length == 0 ? """ AND p."Person" IS NULL""" : $""" AND p."Person" = {values.Add(person)}""";
        if (filter.Department is { } department)
            text += $""" AND p."Department" = {values.Add(department)}""";
        if (filter.Article is { } article)
            text += $""" AND p."Article" = {values.Add(article)}""";
        if (filter.From is { } from)
            text += $""" AND p."Day" >= {values.Add((long)from.DayNumber)}""";
        if (filter.To is { } to)
            text += $""" AND p."Day" <= {values.Add((long)to.DayNumber)}""";
        return text;
    }
}
