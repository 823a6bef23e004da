package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the windows of quotas begin and end. */
final class QuotaWindowsTest {
    @Test
    void theWindowsOfASubscriptionAreCountedFromItsStart() {
        TestGateway gateway = gateway("<quota calls='1' renewal-period='86400'/>", sixHoursAgo());
        assertThat(call(gateway).status()).isEqualTo(200);
        assertThat(call(gateway).text())
                .isEqualTo(
                        "{ \"statusCode\": 403, \"message\": \"Out of call volume quota. Quota will be replenished in"
                                + " 18:00:00.\" }");
        gateway.time().advance(Duration.ofHours(18).minusSeconds(1));
        assertThat(call(gateway).header("Retry-After")).isEqualTo("1");
        gateway.time().advance(Duration.ofSeconds(1));
        assertThat(call(gateway).status()).isEqualTo(200);
        gateway.time().advance(Duration.ofHours(1));
        assertThat(call(gateway).header("Retry-After"))
                .isEqualTo(Long.toString(Duration.ofHours(23).toSeconds()));
    }

    @Test
    void aLongWaitIsToldInDaysAndTheirClock() {
        TestGateway gateway = gateway("<quota calls='1' renewal-period='604800'/>", sixHoursAgo());
        call(gateway);
        assertThat(call(gateway).text()).contains("Quota will be replenished in 6.18:00:00.");
    }

    @Test
    void aPeriodOfZeroIsNeverReplenished() {
        TestGateway gateway = gateway("<quota calls='1' renewal-period='0'/>", sixHoursAgo());
        call(gateway);
        gateway.time().advance(Duration.ofDays(1000));
        TestCall refused = call(gateway);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Out of call volume quota.\"");
        assertThat(refused.header("Retry-After")).isNull();
    }

    @Test
    void theWindowsOfAKeyAreAlignedToTheFirstPeriodsStart() {
        String start = Instant.EPOCH.plusSeconds(100).toString();
        TestGateway gateway = gateway(
                "<quota-by-key calls='1' renewal-period='300' counter-key='k' first-period-start='" + start + "'/>",
                null);
        long into = Math.floorMod(gateway.time().now().getEpochSecond() - 100, 300);
        call(gateway);
        assertThat(call(gateway).header("Retry-After")).isEqualTo(Long.toString(300 - into));
        gateway.time().advance(Duration.ofSeconds(300 - into));
        assertThat(call(gateway).status()).isEqualTo(200);
    }

    @Test
    void withoutAFirstPeriodTheyAreAlignedToTheYearOne() {
        TestGateway gateway = gateway("<quota-by-key calls='1' renewal-period='604800' counter-key='k'/>", null);
        long begin = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long into = Math.floorMod(gateway.time().now().getEpochSecond() - begin, 604800);
        call(gateway);
        assertThat(call(gateway).header("Retry-After")).isEqualTo(Long.toString(604800 - into));
    }

    @Test
    void jumpsOfTheWallClockOpenNoWindow() {
        TestGateway gateway = gateway("<quota calls='1' renewal-period='3600'/>", sixHoursAgo());
        call(gateway);
        gateway.time().jumpWallClock(Duration.ofHours(1));
        assertThat(call(gateway).status()).isEqualTo(403);
        gateway.time().jumpWallClock(Duration.ofHours(-2));
        assertThat(call(gateway).status()).isEqualTo(403);
        gateway.time().advance(Duration.ofHours(1));
        assertThat(call(gateway).status()).isEqualTo(200);
    }

    private static Instant sixHoursAgo() {
        return new dev.apim.testkit.VirtualTime().now().minus(Duration.ofHours(6));
    }

    private static TestGateway gateway(String policy, @org.jspecify.annotations.Nullable Instant start) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /")
                .put("/products/starter", "{\"displayName\":\"starter\",\"state\":\"published\"}")
                .put("/products/starter/apis/orders", "{}")
                .put(
                        "/subscriptions/acme",
                        "{\"displayName\":\"acme\",\"scope\":\"/products/starter\",\"state\":\"active\","
                                + (start == null ? "" : "\"startDate\":\"" + start + "\",")
                                + "\"primaryKey\":\"key-1\"}")
                .policy("/products/starter", "<policies><inbound><base/>" + policy + "</inbound></policies>");
        gateway.backends().answer("backend.test", 200, "text/plain", "ok");
        return gateway.start();
    }

    private static TestCall call(TestGateway gateway) {
        return gateway.get("/orders", "Ocp-Apim-Subscription-Key", "key-1");
    }
}
