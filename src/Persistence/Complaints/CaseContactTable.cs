using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Complaints;

/// <summary>
/// Which cases name a phone, address or account number: keyed hashes in place of the values, so that the cases of one customer are found
/// and nobody reads the customer. Clustered: a look-up is one range.
/// </summary>
internal static class CaseContactTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("CaseContacts", table =>
    {
        table.Column<string>("Organisation");
        table.Column<byte[]>("Hash");
        table.Column<Guid>("CaseId");
        table.HasKey("Organisation", "Hash", "CaseId");
    });
}
