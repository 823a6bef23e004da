package dev.apim.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.policy.ExpressionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {
    static Stream<Arguments> converted() {
        return Stream.of(
                Arguments.of("x", String.class, "x"),
                Arguments.of(null, String.class, null),
                Arguments.of(true, String.class, "True"),
                Arguments.of(false, String.class, "False"),
                Arguments.of(7, String.class, "7"),
                Arguments.of(-7L, String.class, "-7"),
                Arguments.of(1.5, String.class, "1.5"),
                Arguments.of(3.0, String.class, "3"),
                Arguments.of(0.0001, String.class, "0.0001"),
                Arguments.of(0.00001, String.class, "1E-05"),
                Arguments.of(1e15, String.class, "1E+15"),
                Arguments.of(123456789012345.0, String.class, "123456789012345"),
                Arguments.of(1.25e300, String.class, "1.25E+300"),
                Arguments.of(-2.5e-7, String.class, "-2.5E-07"),
                Arguments.of(Double.NaN, String.class, "NaN"),
                Arguments.of(Double.NEGATIVE_INFINITY, String.class, "-Infinity"),
                Arguments.of(0.0, String.class, "0"),
                Arguments.of(new BigDecimal("1.50"), String.class, "1.50"),
                Arguments.of(Instant.parse("2026-03-04T15:06:07Z"), String.class, "03/04/2026 15:06:07"),
                Arguments.of(Duration.ofMinutes(90), String.class, "01:30:00"),
                Arguments.of(Duration.ofDays(2).plusMillis(5), String.class, "2.00:00:00.0050000"),
                Arguments.of(Duration.ofSeconds(-1), String.class, "-00:00:01"),
                Arguments.of(new UUID(1, 2), String.class, "00000000-0000-0001-0000-000000000002"),
                Arguments.of(new String[] {"a"}, String.class, "System.String[]"),
                Arguments.of(new byte[] {1}, String.class, "System.Byte[]"),
                Arguments.of(true, Boolean.class, true),
                Arguments.of("true", Boolean.class, true),
                Arguments.of(" False ", Boolean.class, false),
                Arguments.of(7, Integer.class, 7),
                Arguments.of(7L, Integer.class, 7),
                Arguments.of(2.5, Integer.class, 2),
                Arguments.of(3.5, Integer.class, 4),
                Arguments.of("42", Integer.class, 42),
                Arguments.of(" +42 ", Integer.class, 42),
                Arguments.of(BigInteger.TEN, Integer.class, 10),
                Arguments.of("-9000000000", Long.class, -9_000_000_000L),
                Arguments.of(7, Long.class, 7L),
                Arguments.of(7, Double.class, 7.0),
                Arguments.of("0.5", Double.class, 0.5),
                Arguments.of("x", Object.class, "x"),
                Arguments.of(null, Object.class, null));
    }

    @ParameterizedTest
    @MethodSource
    void converted(@Nullable Object value, Class<?> type, @Nullable Object expected) {
        assertThat((Object) Conversion.to(value, type)).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(null, Boolean.class, "Null object cannot be converted to a value type."),
                Arguments.of(null, Integer.class, "Null object cannot be converted to a value type."),
                Arguments.of("yes", Boolean.class, "String 'yes' was not recognized as a valid Boolean."),
                Arguments.of(
                        1, Boolean.class, "Unable to cast object of type 'System.Int32' to type 'System.Boolean'."),
                Arguments.of(
                        true, Integer.class, "Unable to cast object of type 'System.Boolean' to type 'System.Int32'."),
                Arguments.of("1.5", Integer.class, "The input string '1.5' was not in a correct format."),
                Arguments.of("", Long.class, "The input string '' was not in a correct format."),
                Arguments.of("0x1", Double.class, "The input string '0x1' was not in a correct format."),
                Arguments.of("1e", Double.class, "The input string '1e' was not in a correct format."),
                Arguments.of(
                        "9".repeat(90),
                        Long.class,
                        "The input string '" + "9".repeat(60) + "…' was not in a correct format."),
                Arguments.of(3_000_000_000L, Integer.class, "Value was either too large or too small for an Int32."),
                Arguments.of(
                        BigInteger.TWO.pow(64), Long.class, "Value was either too large or too small for an Int64."),
                Arguments.of(
                        new BigDecimal("1e999999999"),
                        Integer.class,
                        "Value was either too large or too small for a whole number."),
                Arguments.of(Double.NaN, Integer.class, "Value was either too large or too small for a whole number."),
                Arguments.of(
                        new byte[0],
                        Double.class,
                        "Unable to cast object of type 'System.Byte[]' to type 'System.Double'."));
    }

    @ParameterizedTest
    @MethodSource
    void refused(@Nullable Object value, Class<?> type, String message) {
        assertThatThrownBy(() -> Conversion.to(value, type))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @Test
    void aCollectionShowsItsTypeAndNothingThatIsInIt() {
        assertThat(Conversion.to(List.of("secret"), String.class)).doesNotContain("secret");
        assertThat(Conversion.to(Map.of("k", "secret"), String.class)).doesNotContain("secret");
    }
}
