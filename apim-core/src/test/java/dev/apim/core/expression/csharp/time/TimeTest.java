package dev.apim.core.expression.csharp.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cases cannot show of dates and times, and the forms that are read. */
class TimeTest {
    private final Members members = Members.of();

    @Test
    void everyTypeOfBothFamiliesCanBeDefined() {
        members.types().all().stream()
                .filter(type ->
                        !type.namespace().equals("System") || type.name().matches("(Date|Time).*"))
                .forEach(type -> assertThat(type.bases()).isNotNull());
    }

    @Test
    void anInstantComesBackToTheTick() {
        Instant instant = Instant.parse("2020-01-02T03:04:05.123456700Z");

        assertThat(DateTime.from(instant).toInstant()).isEqualTo(instant);
        assertThat(DateTimeOffset.from(instant).toInstant()).isEqualTo(instant);
        assertThat(DateTime.MIN.toInstant()).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @Test
    void aDurationComesBackToTheTick() {
        Duration duration = Duration.ofSeconds(-5, 300);

        assertThat(TimeSpan.from(duration).toDuration()).isEqualTo(duration);
    }

    @Test
    void nowIsLocalAndTheClockIsTheOneInjected() {
        DateTime now = (DateTime) members.get("DateTime", "Now");

        assertThat(now.kind()).isEqualTo(DateTime.Kind.LOCAL);
        assertThat(now.format("o")).isEqualTo("2024-02-29T12:34:56.7890000+00:00");
        assertThat(members.get("DateTime", "Today")).hasToString("02/29/2024 00:00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-02|2020-01-02T00:00:00.0000000",
                "2020-01-02T03:04:05|2020-01-02T03:04:05.0000000",
                "2020-01-02T03:04:05.1234567Z|2020-01-02T03:04:05.1234567+00:00",
                "2020-01-02T03:04:05+02:00|2020-01-02T01:04:05.0000000+00:00",
                "2020-01-02 03:04|2020-01-02T03:04:00.0000000",
                "2020-01-02 03:04:05 -0330|2020-01-02T06:34:05.0000000+00:00",
                "1/2/2020|2020-01-02T00:00:00.0000000",
                "01/02/2020 3:04 PM|2020-01-02T15:04:00.0000000",
                "01/02/2020 12:00:00 AM|2020-01-02T00:00:00.0000000",
                "2 Jan 2020|2020-01-02T00:00:00.0000000",
                "January 2, 2020 3pm|2020-01-02T15:00:00.0000000",
                "Thu, 02 Jan 2020 03:04:05 GMT|2020-01-02T03:04:05.0000000+00:00",
                "Jan 2020|2020-01-01T00:00:00.0000000",
                "2020/1/2|2020-01-02T00:00:00.0000000",
                "01-02-49|2049-01-02T00:00:00.0000000",
                "01-02-50|1950-01-02T00:00:00.0000000",
                "01.02.2020|2020-01-02T00:00:00.0000000",
                "10:30|2024-02-29T10:30:00.0000000",
                "2020-01-02Z|2020-01-02T00:00:00.0000000+00:00",
                " 2020-01-02 |2020-01-02T00:00:00.0000000"
            })
    void theUsualFormsAreRead(String text, String roundTrip) {
        assertThat(((DateTime) members.call("DateTime", "Parse", text)).format("o"))
                .isEqualTo(roundTrip);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "2020",
        "13/01/2020",
        "02/30/2020",
        "2020-13-01",
        "20200102",
        "5",
        "2020-01-02T",
        "10:30:",
        "1/2/3/4"
    })
    void whatIsNoDateIsToldAsDotNetTellsIt(String text) {
        assertThatThrownBy(() -> members.call("DateTime", "Parse", text))
                .isInstanceOf(DotNetException.class)
                .hasMessage("String '" + text + "' was not recognized as a valid DateTime.");
        Ref<Object> result = new Ref<>(null);
        assertThat(members.call("DateTime", "TryParse", text, result)).isEqualTo(false);
        assertThat(result.value).isEqualTo(DateTime.MIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20200102|yyyyMMdd|2020-01-02T00:00:00.0000000",
                "02.01.2020 3:4|dd.MM.yyyy H:m|2020-01-02T03:04:00.0000000",
                "2020-01-02T03:04:05Z|yyyy-MM-ddTHH:mm:ssK|2020-01-02T03:04:05.0000000+00:00",
                "2020-01-02T03:04:05Z|yyyy-MM-ddTHH:mm:ssZ|2020-01-02T03:04:05.0000000+00:00",
                "Thu, 02 Jan 2020 03:04:05 GMT|R|2020-01-02T03:04:05.0000000",
                "2020-01-02T03:04:05.5|yyyy-MM-ddTHH:mm:ss.FFF|2020-01-02T03:04:05.5000000",
                "2020-01-02T03:04:05|yyyy-MM-ddTHH:mm:ss.FFF|2020-01-02T03:04:05.0000000",
                "January|MMMM|2024-01-01T00:00:00.0000000",
                "03 PM|hh tt|2024-02-29T15:00:00.0000000"
            })
    void oneFormatIsReadExactly(String text, String format, String roundTrip) {
        DateTime read = (DateTime) members.call("DateTime", "ParseExact", text, format, Culture.INVARIANT);

        assertThat(read.format("o")).isEqualTo(roundTrip);
    }

    @Test
    void zonesOfWindowsAndIanaConvertAlike() {
        DateTime utc = DateTime.from(Instant.parse("2024-07-01T12:00:00Z"));
        for (String id : new String[] {"W. Europe Standard Time", "Europe/Berlin"}) {
            Object zone = members.call("TimeZoneInfo", "FindSystemTimeZoneById", id);

            assertThat(members.call("TimeZoneInfo", "ConvertTimeFromUtc", utc, zone))
                    .hasToString("07/01/2024 14:00:00");
            assertThat(members.get("TimeZoneInfo", "BaseUtcOffset", zone)).hasToString("01:00:00");
            assertThat(members.call("TimeZoneInfo", "IsDaylightSavingTime", zone, utc))
                    .isEqualTo(true);
        }
    }

    @Test
    void everyZoneOfWindowsIsKnownToTheJdk() {
        assertThat((Object[]) members.call("TimeZoneInfo", "GetSystemTimeZones"))
                .hasSizeGreaterThan(130);
    }

    @Test
    void anUnknownZoneOrCultureIsRefused() {
        assertThatThrownBy(() -> members.call("TimeZoneInfo", "FindSystemTimeZoneById", "Nowhere"))
                .hasMessage("The time zone ID 'Nowhere' was not found on the local computer.");
        assertThatThrownBy(() -> members.call("CultureInfo", "GetCultureInfo", "xx-nowhere"))
                .hasMessageContaining("xx-nowhere is an invalid culture identifier.");
        assertThat(members.call("CultureInfo", "GetCultureInfo", "en-us")).hasToString("en-US");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6.00:00:00",
        "6:12, 06:12:00",
        "6:12:14, 06:12:14",
        "6:12:14:45, 6.12:14:45",
        "6.12:14:45, 6.12:14:45",
        "-6:12:14.5, -06:12:14.5000000",
        "24:00:00, 24.00:00:00",
        "6.12:14, 6.12:14:00"
    })
    void spansAreRead(String text, String span) {
        assertThat(members.call("TimeSpan", "Parse", text)).hasToString(span);
    }
}
