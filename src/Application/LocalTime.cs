namespace Bpm.Application;

/// <summary>Moments with the organisation's offset: UTC inside, local outside.</summary>
internal static class LocalTime
{
    public static DateTimeOffset In(this DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone);

    public static DateTimeOffset? In(this DateTimeOffset? moment, TimeZoneInfo zone) => moment?.In(zone);
}
