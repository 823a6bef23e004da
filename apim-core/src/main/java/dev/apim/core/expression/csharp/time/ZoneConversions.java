package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How {@code TimeZoneInfo} takes a time from one zone to another. */
final class ZoneConversions {
    private static final String KIND_DIFFERS =
            "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.";

    private ZoneConversions() {}

    static void define(TypeBuilder type) {
        type.method(
                        "static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo destinationTimeZone)",
                        (DateTime t, @Nullable Zone to) -> converted(t, ofKind(t), target(to)))
                .method(
                        "static DateTime ConvertTime(DateTime dateTime, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone)",
                        (DateTime t, @Nullable Zone from, @Nullable Zone to) -> converted(t, source(from), target(to)))
                .method(
                        "static DateTimeOffset ConvertTime(DateTimeOffset dateTimeOffset, TimeZoneInfo destinationTimeZone)",
                        (DateTimeOffset t, @Nullable Zone to) ->
                                t.withOffset(target(to).offsetAt(t.toInstant())))
                .method(
                        "static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string destinationTimeZoneId)",
                        (DateTime t, @Nullable String to) -> converted(t, ofKind(t), byId(to, "destinationTimeZoneId")))
                .method(
                        "static DateTime ConvertTimeBySystemTimeZoneId(DateTime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)",
                        (DateTime t, @Nullable String from, @Nullable String to) ->
                                converted(t, from(t, from), byId(to, "destinationTimeZoneId")))
                .method(
                        "static DateTimeOffset ConvertTimeBySystemTimeZoneId(DateTimeOffset dateTimeOffset, string destinationTimeZoneId)",
                        (DateTimeOffset t, @Nullable String to) ->
                                t.withOffset(byId(to, "destinationTimeZoneId").offsetAt(t.toInstant())))
                .method(
                        "static DateTime ConvertTimeFromUtc(DateTime dateTime, TimeZoneInfo destinationTimeZone)",
                        (DateTime t, @Nullable Zone to) -> converted(t, Zone.UTC, target(to)))
                .method(
                        "static DateTime ConvertTimeToUtc(DateTime dateTime)",
                        (DateTime t) -> t.withKind(DateTime.Kind.UTC))
                .method(
                        "static DateTime ConvertTimeToUtc(DateTime dateTime, TimeZoneInfo sourceTimeZone)",
                        (DateTime t, @Nullable Zone from) -> converted(t, source(from), Zone.UTC));
    }

    private static Zone source(@Nullable Zone zone) {
        return Arguments.given(zone, "sourceTimeZone");
    }

    private static Zone target(@Nullable Zone zone) {
        return Arguments.given(zone, "destinationTimeZone");
    }

    private static Zone byId(@Nullable String id, String parameter) {
        return Zone.of(Arguments.given(id, parameter.equals("destinationTimeZoneId") ? "id" : parameter));
    }

    /** The local zone has the identifier of UTC, so a kind decides between them. */
    private static Zone from(DateTime time, @Nullable String id) {
        Zone zone = byId(id, "id");
        boolean isLocal = time.kind() == DateTime.Kind.LOCAL && zone == Zone.UTC;
        return isLocal ? Zone.LOCAL : zone;
    }

    private static Zone ofKind(DateTime time) {
        return time.kind() == DateTime.Kind.UTC ? Zone.UTC : Zone.LOCAL;
    }

    private static DateTime converted(DateTime time, Zone from, Zone to) {
        if (time.kind() != DateTime.Kind.UNSPECIFIED && time.kind() != from.kind()) {
            throw DotNetException.argument(KIND_DIFFERS, "sourceTimeZone");
        }
        return to.clock(from.instant(time));
    }

    /** What the zone's clock shows at a time, which is its own unless of a known kind. */
    static DateTime clock(Zone zone, DateTime time) {
        return isOther(zone, time) ? zone.clock(time.toInstant()) : time;
    }

    static TimeSpan offset(Zone zone, DateTime time) {
        return isOther(zone, time) ? zone.offsetAt(time.toInstant()) : zone.offsetOf(time);
    }

    static boolean isDaylight(Zone zone, DateTime time) {
        Instant instant = isOther(zone, time)
                ? time.toInstant()
                : time.toInstant().minus(zone.offsetOf(time).toDuration());
        return zone.isDaylight(instant)
                && (isOther(zone, time) || zone.ambiguous(time).isEmpty());
    }

    private static boolean isOther(Zone zone, DateTime time) {
        return time.kind() != DateTime.Kind.UNSPECIFIED && time.kind() != zone.kind();
    }
}
