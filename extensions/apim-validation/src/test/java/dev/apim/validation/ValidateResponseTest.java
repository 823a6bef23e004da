package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

class ValidateResponseTest {
    private static final String HEADERS =
            "<validate-headers specified-header-action=\"prevent\" unspecified-header-action=\"prevent\"><header"
                    + " name=\"X-Ours\" action=\"ignore\"/></validate-headers>";

    private static TestCall answered(String policy, int status, String... headers) {
        TestGateway gateway = Orders.gateway("outbound", policy);
        gateway.backends()
                .when("backend.test", request -> new HttpResponse(status, "", Headers.of(headers), Body.of("x")));
        return Orders.send(gateway.start(), "{}");
    }

    @Test
    void fieldsThatTheApiDescribesPass() {
        assertThat(answered(HEADERS, 200, "X-Left", "3", "Content-Type", "text/plain", "X-Ours", "1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void fieldsThatItDoesNotAreRefusedWithoutDetails() {
        for (String[] fields : new String[][] {{"X-Left", "many"}, {"X-Leak", "1"}, {"X-Left", "1", "X-Left", "2"}}) {
            TestCall call = answered(HEADERS, 200, fields);
            assertThat(call.status()).isEqualTo(502);
            assertThat(call.text()).isEqualTo(Orders.failure(502, Report.INTERNAL));
        }
    }

    @Test
    void whatIsDetectedIsOnlyNoted() {
        String noting = HEADERS.replace("\"prevent\"", "\"detect\"")
                        .replace("<validate-headers", "<validate-headers errors-variable-name=\"errors\"")
                + "<set-header name=\"X-Rule\"><value>@(((dynamic)context.Variables[\"errors\"])[0].Details)</value>"
                + "</set-header>";

        TestCall call = answered(noting, 200, "X-Leak", "1");
        assertThat(call.status()).as("%s", call.trace().steps()).isEqualTo(200);
        assertThat(call.headers().get("X-Rule")).isEqualTo("Unspecified header X-Leak is not allowed.");
    }

    @Test
    void aStatusThatTheApiDoesNotDescribeIsRefusedUnlessThePolicyNamesIt() {
        String policy = "<validate-status-code unspecified-status-code-action=\"prevent\">"
                + "<status-code code=\"404\" action=\"ignore\"/></validate-status-code>";

        assertThat(answered(policy, 200).status()).isEqualTo(200);
        assertThat(answered(policy, 404).status()).isEqualTo(404);
        TestCall refused = answered(policy, 201);
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text()).isEqualTo(Orders.failure(502, Report.INTERNAL));
    }

    @Test
    void onErrorKnowsWhatWasWrong() {
        TestGateway gateway =
                Orders.gateway("outbound", "<validate-status-code unspecified-status-code-action=\"prevent\"/>");
        gateway.policy(
                "/apis/orders",
                "<policies><outbound><validate-status-code unspecified-status-code-action=\"prevent\"/></outbound><on-error>"
                        + "<set-header name=\"X-Why\"><value>@(context.LastError.Reason + \"/\" + context.LastError.Message)"
                        + "</value></set-header></on-error></policies>");
        Orders.answering(gateway, 418, "text/plain", "x").start();

        assertThat(Orders.send(gateway, "{}").headers().get("X-Why"))
                .isEqualTo("Response not allowed/Response status code 418 is not allowed.");
    }
}
