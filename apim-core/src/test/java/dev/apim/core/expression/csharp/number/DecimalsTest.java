package dev.apim.core.expression.csharp.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private final Random random = new Random(5);

    @Test
    void everyResultFitsNinetySixBitsAndTheLargestScale() {
        for (int i = 0; i < 20_000; i++) {
            BigDecimal a = any();
            BigDecimal b = any();
            for (char operator : "+-*/%".toCharArray()) {
                try {
                    BigDecimal result = compute(operator, a, b);
                    assertThat(result.scale()).as(a + " " + operator + " " + b).isBetween(0, 28);
                    assertThat(result.unscaledValue().abs().bitLength()).isLessThanOrEqualTo(96);
                } catch (DotNetException expected) {
                    assertThat(expected.typeName()).isIn("System.OverflowException", "System.DivideByZeroException");
                }
            }
        }
    }

    @Test
    void whatIsReadFromItsTextIsTheSame() {
        for (int i = 0; i < 5_000; i++) {
            BigDecimal value = any();
            assertThat(Decimals.parse(value.toPlainString())).isEqualTo(value);
        }
    }

    @Test
    void equalValuesOfOtherScaleHaveOneHash() {
        assertThat(Decimals.hash(new BigDecimal("1.1000"))).isEqualTo(Decimals.hash(new BigDecimal("1.1")));
        assertThat(Decimals.hash(new BigDecimal("0.00"))).isEqualTo(Decimals.hash(BigDecimal.ZERO));
    }

    @Test
    void aQuotientIsRoundedToEven() {
        assertThat(Decimals.divide(new BigDecimal("0.0000000000000000000000000003"), new BigDecimal(2)))
                .isEqualTo(new BigDecimal("0.0000000000000000000000000002"));
    }

    @Test
    void whatIsTooLargeIsAnOverflow() {
        assertThatThrownBy(() -> Decimals.add(Decimals.MAX, BigDecimal.ONE))
                .isInstanceOf(DotNetException.class)
                .hasMessage("Value was either too large or too small for a Decimal.");
    }

    private static BigDecimal compute(char operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case '+' -> Decimals.add(a, b);
            case '-' -> Decimals.subtract(a, b);
            case '*' -> Decimals.multiply(a, b);
            case '/' -> Decimals.divide(a, b);
            default -> Decimals.remainder(a, b);
        };
    }

    private BigDecimal any() {
        BigInteger mantissa = new BigInteger(random.nextInt(97), random);
        return new BigDecimal(random.nextBoolean() ? mantissa : mantissa.negate(), random.nextInt(29));
    }
}
