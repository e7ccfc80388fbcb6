using System.Linq.Expressions;
using Bpm.Application.Instances.Viewing;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace Bpm.Persistence.Instances;

/// <summary>Conditions on the moments of an instance.</summary>
internal static class MomentFilters
{
    /// <summary>The column that holds a moment; the creation for what is none.</summary>
    public static Expression<Func<Row, DateTimeOffset?>> Column(InstanceOrder moment) => moment switch
    {
        InstanceOrder.Updated => row => EF.Property<DateTimeOffset>(row, "UpdatedAt"),
        InstanceOrder.Finished => row => EF.Property<DateTimeOffset?>(row, "FinishedAt"),
        InstanceOrder.Created or InstanceOrder.Name => row => EF.Property<DateTimeOffset>(row, "CreatedAt"),
    };

    /// <summary>Adds one condition.</summary>
    public static IQueryable<Row> Apply(IQueryable<Row> wanted, InstanceSearch.Moment condition)
    {
        var column = Column(condition.Column);
        var at = Expression.Constant((DateTimeOffset?)condition.At.ToUniversalTime(), typeof(DateTimeOffset?));
        var comparison = condition.Comparison switch
        {
            MomentComparison.Is => Expression.Equal(column.Body, at),
            MomentComparison.IsNot => Expression.NotEqual(column.Body, at),
            MomentComparison.GreaterThan => Expression.GreaterThan(column.Body, at),
            MomentComparison.GreaterThanOrEqual => Expression.GreaterThanOrEqual(column.Body, at),
            MomentComparison.LessThan => Expression.LessThan(column.Body, at),
            MomentComparison.LessThanOrEqual => Expression.LessThanOrEqual(column.Body, at),
        };
        return wanted.Where(Expression.Lambda<Func<Row, bool>>(comparison, column.Parameters));
    }
}
