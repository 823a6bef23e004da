package dev.apim.core.template;

import dev.apim.Time;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.template.DateFormat;
import java.util.Optional;

/** Dates as .NET reads and writes them with the invariant culture. */
record NetDates(Time time) implements DateFormat {
    private static final int LONGEST_FORMAT = 100;

    @Override
    public Optional<String> write(Object value, String format) {
        if (format.length() > LONGEST_FORMAT) {
            return Optional.empty();
        }
        try {
            return Optional.of(date(value).format(format.isEmpty() ? null : format));
        } catch (DotNetException noDate) {
            return Optional.empty();
        }
    }

    private DateTime date(Object value) {
        if (value instanceof DateTime date) {
            return date;
        }
        String text = value.toString().strip();
        boolean now = text.equalsIgnoreCase("now") || text.equalsIgnoreCase("today");
        return now ? DateTime.from(time.now()) : DateTime.parse(text, time);
    }
}
