using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Idempotency;

/// <summary>Answers already given; their bodies are always sealed.</summary>
internal static class IdempotencyTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("IdempotencyRecords", table =>
    {
        table.Column<string>("Key");
        table.Column<string>("BodyHash");
        table.Column<byte[]>("Body");
        table.Column<DateTimeOffset>("CreatedAt");
        table.HasKey("Key");
        table.HasIndex("CreatedAt");
    });
}
