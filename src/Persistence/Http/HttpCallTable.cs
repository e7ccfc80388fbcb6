using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Http;

/// <summary>Requests to outside systems that are under way; what is sent and what came back is always sealed.</summary>
internal static class HttpCallTable
{
    public static void Declare(ModelBuilder model) => model.BareTable("HttpCalls", table =>
    {
        table.Column<string>("Id");
        table.Column<string>("Organisation");
        table.Column<string>("InstanceId");
        table.Column<string>("BookmarkId");
        table.Column<DateTimeOffset>("CreatedAt");
        table.Column<int>("Attempts");
        table.Column<byte[]>("Order");
        table.OptionalColumn<byte[]>("Result");
        table.HasKey("Id");
        table.HasIndex("InstanceId", "BookmarkId").IsUnique();
    });
}
