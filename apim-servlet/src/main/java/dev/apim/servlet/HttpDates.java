package dev.apim.servlet;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates in fields (RFC 9110 §5.6.7). */
final class HttpDates {
    private HttpDates() {}

    /**
     * Milliseconds since 1970.
     *
     * @throws IllegalArgumentException when it is no date, as the Servlet API asks
     */
    static long millis(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date field holds no date", e);
        }
    }
}
