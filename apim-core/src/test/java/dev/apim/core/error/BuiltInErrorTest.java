package dev.apim.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.model.Api;
import org.junit.jupiter.api.Test;

class BuiltInErrorTest {
    private static final Api ORDERS = SampleApi.of("orders", "shop/orders").api();

    @Test
    void aMissingKeyIsChallengedWithItsName() {
        BuiltInError error = BuiltInError.subscriptionKeyNotFound("gw.example:8443", ORDERS);
        assertThat(error.failure().status()).isEqualTo(401);
        assertThat(error.body("id"))
                .isEqualTo(
                        "{ \"statusCode\": 401, \"message\": \"Access denied due to missing subscription key. Make sure to"
                                + " include subscription key when making requests to this API.\" }");
        assertThat(error.failure().headers().get("WWW-Authenticate"))
                .isEqualTo("AzureApiManagementKey realm=\"https://gw.example:8443/shop/orders\","
                        + "name=\"Ocp-Apim-Subscription-Key\",type=\"header\"");
        assertThat(error.lastError().source()).isEqualTo("authorization");
        assertThat(error.lastError().reason()).isEqualTo("SubscriptionKeyNotFound");
        assertThat(error.lastError().message())
                .isEqualTo(
                        "Access denied due to missing subscription key. Make sure to include subscription key when making"
                                + " requests to this API.");
        assertThat(error.lastError().scope()).isNull();
        assertThat(error.lastError().section()).isNull();
    }

    @Test
    void anInvalidKeyIsChallengedToo() {
        Api renamed = SampleApi.of("orders", "").keyNames("X-\"Key\\\r\n", "k").api();
        BuiltInError error = BuiltInError.subscriptionKeyInvalid("gw.example", renamed);
        assertThat(error.body("id"))
                .isEqualTo(
                        "{ \"statusCode\": 401, \"message\": \"Access denied due to invalid subscription key. Make sure to"
                                + " provide a valid key for an active subscription.\" }");
        assertThat(error.failure().headers().get("www-authenticate"))
                .isEqualTo(
                        "AzureApiManagementKey realm=\"https://gw.example/\",name=\"X-\\\"Key\\\\\",type=\"header\"");
        assertThat(error.lastError().reason()).isEqualTo("SubscriptionKeyInvalid");
    }

    @Test
    void onErrorLearnsMoreThanTheCallerWhenNothingMatches() {
        BuiltInError error = BuiltInError.operationNotFound();
        assertThat(error.failure().status()).isEqualTo(404);
        assertThat(error.body("id")).isEqualTo("{ \"statusCode\": 404, \"message\": \"Resource not found\" }");
        assertThat(error.lastError().source()).isEqualTo("configuration");
        assertThat(error.lastError().reason()).isEqualTo("OperationNotFound");
        assertThat(error.lastError().message()).isEqualTo("Unable to match incoming request to an operation.");
    }

    @Test
    void aFailureOfOursTellsTheCallerOnlyTheRequestsNumber() {
        BuiltInError error = BuiltInError.internal("set-body", "ExpressionValueEvaluationFailure", "internal detail");
        assertThat(error.body("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .isEqualTo("{ \"statusCode\": 500, \"message\": \"Internal server error\", \"activityId\":"
                        + " \"0f8fad5b-d9cb-469f-a165-70867728950e\" }");
        assertThat(error.lastError().message()).isEqualTo("internal detail");
    }

    @Test
    void aMessageIsEscaped() {
        assertThat(ErrorBody.of(400, "a \"b\" \\ \n \u0001 é", null))
                .isEqualTo("{ \"statusCode\": 400, \"message\": \"a \\\"b\\\" \\\\ \\n \\u0001 é\" }");
        assertThat(BuiltInError.badRequest("The path holds matrix parameters.").body("id"))
                .isEqualTo("{ \"statusCode\": 400, \"message\": \"The path holds matrix parameters.\" }");
    }
}
