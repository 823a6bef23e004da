package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code System.TimeZoneInfo}. */
final class ZoneType {
    private static final String NO_RULES = "only zones of a fixed offset can be made";

    private ZoneType() {}

    static void define(TypeBuilder type) {
        named(type);
        found(type);
        ZoneConversions.define(type);
        asked(type);
        type.method("bool Equals(TimeZoneInfo other)", (Zone z, @Nullable Zone other) -> z.equals(other))
                .method("bool Equals(object obj)", (Zone z, @Nullable Object other) -> z.equals(other))
                .method("int GetHashCode()", (Zone z) -> z.hashCode())
                .method(
                        "bool HasSameRules(TimeZoneInfo other)",
                        (Zone z, @Nullable Zone other) ->
                                z.rules().equals(Arguments.given(other, "other").rules()))
                .method("AdjustmentRule[] GetAdjustmentRules()", (Zone z) -> ZoneRule.of(z))
                .refused("ToSerializedString", "keep the Id")
                .refused("FromSerializedString", "use FindSystemTimeZoneById");
    }

    private static void named(TypeBuilder type) {
        type.staticProperty("TimeZoneInfo Utc", () -> Zone.UTC)
                .staticProperty("TimeZoneInfo Local", () -> Zone.LOCAL)
                .property("string Id", Zone::id)
                .property("string StandardName", Zone::standardName)
                .property("string DaylightName", Zone::daylightName)
                .propertyWith("string DisplayName", (call, a) -> self(a).displayName(now(call)))
                .methodWith("string ToString()", (call, a) -> self(a).displayName(now(call)))
                .propertyWith("TimeSpan BaseUtcOffset", (call, a) -> self(a).baseOffset(now(call)))
                .property("bool SupportsDaylightSavingTime", Zone::hasDaylight)
                .property(
                        "bool HasIanaId",
                        (Zone z) -> z != Zone.UTC && z != Zone.LOCAL && WindowsZones.known(z.id()) == null);
    }

    private static Zone self(@Nullable Object[] arguments) {
        return (Zone) Objects.requireNonNull(arguments[0]);
    }

    static Instant now(Code.Call call) {
        return call.evaluation().time().now();
    }

    private static void found(TypeBuilder type) {
        type.method(
                        "static TimeZoneInfo FindSystemTimeZoneById(string id)",
                        (@Nullable String id) -> Zone.of(Arguments.given(id, "id")))
                .method(
                        "static bool TryFindSystemTimeZoneById(string id, out TimeZoneInfo timeZoneInfo)",
                        (@Nullable String id, Ref<@Nullable Zone> result) -> {
                            boolean known = id != null
                                    && (WindowsZones.known(id) != null
                                            || java.time.ZoneId.getAvailableZoneIds()
                                                    .contains(id));
                            return Arguments.give(result, known && id != null ? Zone.of(id) : null);
                        })
                .method("static TimeZoneInfo[] GetSystemTimeZones()", () -> {
                    List<Zone> all = new ArrayList<>();
                    WindowsZones.all().forEach(id -> all.add(Zone.of(id)));
                    return all.toArray(Zone[]::new);
                })
                .costly()
                .method("static void ClearCachedData()", () -> null)
                .method(
                        "static bool TryConvertIanaIdToWindowsId(string ianaId, out string windowsId)",
                        (@Nullable String id, Ref<@Nullable String> result) ->
                                Arguments.give(result, id == null ? null : WindowsZones.toWindows(id)))
                .method(
                        "static bool TryConvertWindowsIdToIanaId(string windowsId, out string ianaId)",
                        (@Nullable String id, Ref<@Nullable String> result) ->
                                Arguments.give(result, id == null ? null : WindowsZones.toIana(id)))
                .method(
                        "static bool TryConvertWindowsIdToIanaId(string windowsId, string region, out string ianaId)",
                        (@Nullable String id, @Nullable String region, Ref<@Nullable String> result) ->
                                Arguments.give(result, id == null ? null : WindowsZones.toIana(id)));
        made(type);
    }

    private static void made(TypeBuilder type) {
        type.method(
                        "static TimeZoneInfo CreateCustomTimeZone(string id, TimeSpan baseUtcOffset, string displayName, string standardDisplayName)",
                        ZoneType::custom)
                .methodWith(
                        "static TimeZoneInfo CreateCustomTimeZone(string id, TimeSpan baseUtcOffset, string displayName, string standardDisplayName, string daylightDisplayName, AdjustmentRule[] adjustmentRules)",
                        (call, a) -> {
                            ZoneRule[] rules = (ZoneRule[]) a[5];
                            if (rules != null && rules.length > 0) {
                                throw new DotNetException("System.NotSupportedException", NO_RULES);
                            }
                            TimeSpan offset = (TimeSpan) Objects.requireNonNull(a[1]);
                            return custom(Arguments.text(a, 0), offset, Arguments.text(a, 2), Arguments.text(a, 3));
                        });
    }

    private static Zone custom(
            @Nullable String id, TimeSpan offset, @Nullable String display, @Nullable String standard) {
        String given = Arguments.given(id, "id");
        if (given.isEmpty()) {
            throw DotNetException.argument("The specified ID parameter '' is not supported.", "id");
        }
        if (offset.ticks() % TimeSpan.TICKS_PER_MINUTE != 0) {
            throw DotNetException.argument(
                    "The TimeSpan parameter cannot be specified more precisely than whole minutes.", "baseUtcOffset");
        }
        if (Math.abs(offset.ticks()) > 14 * TimeSpan.TICKS_PER_HOUR) {
            throw DotNetException.outOfRange(
                    "The TimeSpan parameter must be within plus or minus 14.0 hours.", "baseUtcOffset");
        }
        String name = standard == null ? "" : standard;
        return new Zone(
                given,
                display == null ? "" : display,
                name,
                name,
                ZoneOffset.ofTotalSeconds((int) (offset.ticks() / TimeSpan.TICKS_PER_SECOND))
                        .getRules());
    }

    private static void asked(TypeBuilder type) {
        type.method("TimeSpan GetUtcOffset(DateTime dateTime)", (Zone z, DateTime t) -> ZoneConversions.offset(z, t))
                .method(
                        "TimeSpan GetUtcOffset(DateTimeOffset dateTimeOffset)",
                        (Zone z, DateTimeOffset t) -> z.offsetAt(t.toInstant()))
                .method(
                        "bool IsDaylightSavingTime(DateTime dateTime)",
                        (Zone z, DateTime t) -> ZoneConversions.isDaylight(z, t))
                .method(
                        "bool IsDaylightSavingTime(DateTimeOffset dateTimeOffset)",
                        (Zone z, DateTimeOffset t) -> z.isDaylight(t.toInstant()))
                .method(
                        "bool IsInvalidTime(DateTime dateTime)",
                        (Zone z, DateTime t) -> t.kind() == DateTime.Kind.UNSPECIFIED && z.isInvalid(t))
                .method(
                        "bool IsAmbiguousTime(DateTime dateTime)",
                        (Zone z, DateTime t) ->
                                !z.ambiguous(ZoneConversions.clock(z, t)).isEmpty())
                .method(
                        "bool IsAmbiguousTime(DateTimeOffset dateTimeOffset)",
                        (Zone z, DateTimeOffset t) ->
                                !z.ambiguous(z.clock(t.toInstant())).isEmpty())
                .method(
                        "TimeSpan[] GetAmbiguousTimeOffsets(DateTime dateTime)",
                        (Zone z, DateTime t) -> ambiguous(z, ZoneConversions.clock(z, t), "dateTime"))
                .method(
                        "TimeSpan[] GetAmbiguousTimeOffsets(DateTimeOffset dateTimeOffset)",
                        (Zone z, DateTimeOffset t) -> ambiguous(z, z.clock(t.toInstant()), "dateTimeOffset"));
    }

    private static TimeSpan[] ambiguous(Zone zone, DateTime clock, String parameter) {
        List<TimeSpan> offsets = zone.ambiguous(clock);
        if (offsets.isEmpty()) {
            String kind = parameter.toUpperCase(Locale.ROOT).charAt(0) + parameter.substring(1);
            throw DotNetException.argument("The supplied " + kind + " is not in an ambiguous time range.", parameter);
        }
        return offsets.toArray(TimeSpan[]::new);
    }
}
