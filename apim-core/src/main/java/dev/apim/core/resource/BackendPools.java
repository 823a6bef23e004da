package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.CircuitBreakerRule;
import dev.apim.model.CircuitBreakerRule.StatusCodes;
import dev.apim.model.PoolMember;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What backends have for more than one place, or for one that is ill: pools and circuit breakers, with Azure's defaults. */
final class BackendPools {
    private BackendPools() {}

    /** The members of a pool, those of lower priority numbers first and otherwise as they are written; none for a single backend. */
    static List<PoolMember> members(Fields fields) {
        return fields
                .object("pool")
                .objects(
                        "services",
                        member -> new PoolMember(
                                member.text("id").substring(member.text("id").lastIndexOf('/') + 1),
                                Objects.requireNonNullElse(member.number("weight"), 1),
                                Objects.requireNonNullElse(member.number("priority"), 0)))
                .stream()
                .sorted(Comparator.comparingInt(PoolMember::priority))
                .toList();
    }

    /** The rules of the circuit breaker; a rule that says too little is left out, which is reported. */
    static List<CircuitBreakerRule> circuitBreaker(Fields fields, IssueSink issues) {
        List<CircuitBreakerRule> rules = new ArrayList<>();
        List<Fields> written = fields.object("circuitBreaker").objects("rules", rule -> rule);
        for (int i = 0; i < written.size(); i++) {
            String pointer = "/circuitBreaker/rules/" + i;
            Fields rule = written.get(i);
            Fields condition = rule.object("failureCondition");
            int count = Objects.requireNonNullElse(condition.number("count"), 0);
            int percentage = Objects.requireNonNullElse(condition.number("percentage"), 0);
            if ((count == 0) == (percentage == 0)) {
                issues.error(
                        fields.at(pointer),
                        "failureCondition has " + (count == 0 ? "neither" : "both")
                                + " count and percentage, expected one of them");
                continue;
            }
            Duration interval =
                    duration(fields, pointer + "/failureCondition/interval", condition.text("interval"), issues);
            Duration trip = duration(fields, pointer + "/tripDuration", rule.text("tripDuration"), issues);
            rules.add(new CircuitBreakerRule(
                    rule.text("name"),
                    count,
                    percentage,
                    interval,
                    condition.objects("statusCodeRanges", BackendPools::range),
                    condition.texts("errorReasons"),
                    trip,
                    rule.flag("acceptRetryAfter", false)));
        }
        return List.copyOf(rules);
    }

    private static StatusCodes range(Fields range) {
        return new StatusCodes(
                Objects.requireNonNullElse(range.number("min"), 200),
                Objects.requireNonNullElse(range.number("max"), 599));
    }

    private static Duration duration(Fields fields, String pointer, String text, IssueSink issues) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(Duration.ofDays(365)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Reported below, as what is too short or too long.
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        issues.error(
                fields.at(pointer),
                name + (text.isEmpty() ? " is missing" : " is '" + text + "'")
                        + ", expected a duration of at most a year such as PT1M or P1D");
        return Duration.ofMinutes(1);
    }
}
