package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.TypeBuilder;

/** .NET's old {@code TimeZone}, of which only the current one exists: UTC. */
enum LocalZone {
    /** The current one. */
    CURRENT;

    static void define(TypeBuilder type) {
        type.staticProperty("TimeZone CurrentTimeZone", () -> CURRENT)
                .property("string StandardName", (LocalZone z) -> Zone.LOCAL.standardName())
                .property("string DaylightName", (LocalZone z) -> Zone.LOCAL.daylightName())
                .method("TimeSpan GetUtcOffset(DateTime time)", (LocalZone z, DateTime t) -> TimeSpan.ZERO)
                .method("bool IsDaylightSavingTime(DateTime time)", (LocalZone z, DateTime t) -> false)
                .method(
                        "DateTime ToLocalTime(DateTime time)",
                        (LocalZone z, DateTime t) -> t.withKind(DateTime.Kind.LOCAL))
                .method(
                        "DateTime ToUniversalTime(DateTime time)",
                        (LocalZone z, DateTime t) -> t.withKind(DateTime.Kind.UTC))
                .refused("GetDaylightChanges", "the local time zone is UTC, which has none");
    }

    @Override
    public String toString() {
        return "System.CurrentSystemTimeZone";
    }
}
