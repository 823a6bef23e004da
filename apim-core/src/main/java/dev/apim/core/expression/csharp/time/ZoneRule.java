package dev.apim.core.expression.csharp.time;

import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;

/**
 * .NET's {@code TimeZoneInfo.AdjustmentRule}: when daylight saving time begins and ends each year. Only the rule now in force is told.
 *
 * @param delta how far the clock is put forward
 */
record ZoneRule(DateTime from, DateTime to, TimeSpan delta, ZoneTransition begin, ZoneTransition end) {
    /** Those of a zone: one, or none where the clock is never changed. */
    static ZoneRule[] of(Zone zone) {
        List<ZoneOffsetTransitionRule> rules = zone.rules().getTransitionRules();
        if (rules.size() != 2) {
            return new ZoneRule[0];
        }
        boolean firstBegins = rules.get(0).getOffsetAfter().getTotalSeconds()
                > rules.get(0).getOffsetBefore().getTotalSeconds();
        ZoneOffsetTransitionRule begin = rules.get(firstBegins ? 0 : 1);
        ZoneOffsetTransitionRule end = rules.get(firstBegins ? 1 : 0);
        TimeSpan delta = Zone.span(begin.getOffsetAfter()).minus(Zone.span(begin.getOffsetBefore()));
        DateTime last = DateTime.of(DateTime.MAX.dayTicks(), DateTime.Kind.UNSPECIFIED);
        return new ZoneRule[] {new ZoneRule(DateTime.MIN, last, delta, ZoneTransition.of(begin), ZoneTransition.of(end))
        };
    }

    @Override
    public String toString() {
        return "System.TimeZoneInfo+AdjustmentRule";
    }
}
