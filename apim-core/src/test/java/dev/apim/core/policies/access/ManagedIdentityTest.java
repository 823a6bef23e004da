package dev.apim.core.policies.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.core.pipeline.ExchangeFlow;
import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.QueryParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of the gateway's own identity, against stand-ins for the places where it may run. */
class ManagedIdentityTest {
    private static final String POLICY = "<authentication-managed-identity resource='https://vault.test'/>";

    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private void runsAt(Map<String, String> variables) {
        bench.identity = new ManagedIdentity(IdentityEnvironment.read(variables::get));
    }

    private void gives(String token, String more) {
        backend.answers(200, Body.of("{\"access_token\":\"" + token + "\"" + more + ",\"token_type\":\"Bearer\"}"));
    }

    private BackendRequest sent(int index) {
        return backend.requests().get(index);
    }

    private static String parameter(BackendRequest request, String name) {
        return String.valueOf(QueryParameters.parse(request.url().query()).get(name));
    }

    @Test
    void aVirtualMachineAsksItsMetadataService() {
        bench.headers.add("Authorization", "Bearer callers");
        gives("t1", ",\"expires_on\":\"4000000000\"");

        bench.inbound("<authentication-managed-identity resource='https://vault.test' client-id='me'/>");

        assertThat(sent(0).url().toString()).startsWith("http://169.254.169.254/metadata/identity/oauth2/token?");
        assertThat(sent(0).headers().get("Metadata")).isEqualTo("true");
        assertThat(parameter(sent(0), "api-version")).isEqualTo("2018-02-01");
        assertThat(parameter(sent(0), "resource")).isEqualTo("https://vault.test");
        assertThat(parameter(sent(0), "client_id")).isEqualTo("me");
        assertThat(sent(1).headers().all("Authorization")).containsExactly("Bearer t1");
    }

    @Test
    void appServiceHasAnEndpointAndASecretForIt() {
        runsAt(Map.of("IDENTITY_ENDPOINT", "http://localhost:42/msi/token", "IDENTITY_HEADER", "h3ader"));
        gives("t1", ",\"expires_on\":\"4000000000\"");

        bench.inbound(POLICY);

        assertThat(sent(0).url().toString()).startsWith("http://localhost:42/msi/token?");
        assertThat(sent(0).headers())
                .isEqualTo(Headers.of("X-IDENTITY-HEADER", "h3ader", "Accept", "application/json"));
        assertThat(parameter(sent(0), "api-version")).isEqualTo("2019-08-01");
        assertThat(parameter(sent(0), "client_id")).isEqualTo("null");
        assertThat(sent(1).headers().get("Authorization")).isEqualTo("Bearer t1");
    }

    @Test
    void aWorkloadShowsTheTokenThatItsClusterGaveIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "federated+token\n");
        runsAt(Map.of(
                "AZURE_FEDERATED_TOKEN_FILE",
                file.toString(),
                "AZURE_CLIENT_ID",
                "app",
                "AZURE_TENANT_ID",
                "contoso",
                "AZURE_AUTHORITY_HOST",
                "https://login.test/"));
        gives("t1", ",\"expires_in\":3600");

        bench.inbound(POLICY);

        assertThat(sent(0).method()).isEqualTo("POST");
        assertThat(sent(0).url().toString()).isEqualTo("https://login.test/contoso/oauth2/v2.0/token");
        QueryParameters form = QueryParameters.parse(FakeBackend.text(sent(0)));
        assertThat(form.get("client_assertion")).isEqualTo("federated+token");
        assertThat(form.get("client_assertion_type"))
                .isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(form.get("client_id")).isEqualTo("app");
        assertThat(form.get("grant_type")).isEqualTo("client_credentials");
        assertThat(form.get("scope")).isEqualTo("https://vault.test/.default");
        assertThat(sent(1).headers().get("Authorization")).isEqualTo("Bearer t1");
    }

    @Test
    void aTokenServesUntilShortlyBeforeItsEnd() {
        gives("t1", ",\"expires_in\":3600");
        bench.inbound(POLICY);
        bench.time.advance(Duration.ofSeconds(3_299));
        bench.inbound(POLICY);
        assertThat(sent(2).headers().get("Authorization")).isEqualTo("Bearer t1");

        bench.time.advance(Duration.ofSeconds(1));
        gives("t2", ",\"expires_in\":3600");
        bench.inbound(POLICY);

        assertThat(sent(4).headers().get("Authorization")).isEqualTo("Bearer t2");
    }

    @Test
    void aTokenThatStillCountsServesWhenNoneCanBeGot() {
        gives("t1", ",\"expires_in\":3600");
        bench.inbound(POLICY);
        bench.time.advance(Duration.ofSeconds(3_400));
        backend.fails(Kind.CONNECTION);

        assertThat(bench.inbound(POLICY).status()).isEqualTo(200);
        bench.time.advance(Duration.ofSeconds(200));
        backend.fails(Kind.CONNECTION);
        assertThat(bench.inbound(POLICY).status()).isEqualTo(500);
    }

    @Test
    void whatEachTokenIsForIsKeptApart() {
        gives("one", ",\"expires_in\":3600");
        bench.inbound(POLICY);
        gives("two", ",\"expires_in\":3600");
        bench.inbound("<authentication-managed-identity resource='https://other.test'/>");

        assertThat(sent(3).headers().get("Authorization")).isEqualTo("Bearer two");
    }

    @Test
    void manyWhoWantOneAtOnceAskOnceAndNoneCallsItOffForTheOthers() {
        CompletableFuture<HttpResponse> slow = backend.hangs();
        String document = "<policies><inbound>" + POLICY + "</inbound><backend><forward-request/></backend></policies>";
        ExchangeFlow first = bench.start(document);
        bench.start(document);
        first.ended(new IOException("gone"));

        slow.complete(HttpResponse.of(200, "application/json", "{\"access_token\":\"t\",\"expires_in\":3600}"));

        assertThat(backend.requests()).hasSize(2);
        assertThat(sent(1).headers().get("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void aVariableMayGetTheTokenInPlaceOfTheHeader() {
        bench.headers.add("Authorization", "callers");
        gives("t1", ",\"expires_in\":3600");

        bench.inbound(
                "<authentication-managed-identity resource='https://vault.test' output-token-variable-name='v'/>");

        assertThat(bench.exchange().variables()).containsEntry("v", "t1");
        assertThat(sent(1).headers().get("Authorization")).isEqualTo("callers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":\"invalid_resource\",\"error_description\":\"s3cret\"}",
                "200|{}",
                "200|nonsense",
                "500|",
                "200|{\"access_token\":\"a\\r\\nX: b\"}",
                "200|{\"access_token\":7}"
            })
    void withoutATokenTheRequestFailsUnlessThatIsIgnored(int status, String answer) {
        backend.answers(status, Body.of(answer == null ? "" : answer));

        assertThat(bench.inbound(POLICY).status()).isEqualTo(500);
        assertThat(bench.lastError().source()).isEqualTo("authentication-managed-identity");
        assertThat(bench.lastError().message()).contains("No token").doesNotContain("s3cret");

        backend.answers(status, Body.of(answer == null ? "" : answer));
        assertThat(bench.inbound("<authentication-managed-identity resource='r' ignore-error='true'/>")
                        .status())
                .isEqualTo(200);
        assertThat(sent(2).headers().contains("Authorization")).isFalse();
    }

    @Test
    void sendRequestNamesTheGatewayInTheSameWay() {
        gives("t1", ",\"expires_in\":3600");

        bench.inbound("<send-request response-variable-name='r'><set-url>http://side.test/</set-url>"
                + "<set-method>GET</set-method>" + POLICY + "</send-request><return-response/>");

        assertThat(sent(1).url().host()).isEqualTo("side.test");
        assertThat(sent(1).headers().get("Authorization")).isEqualTo("Bearer t1");
        assertThat(bench.exchange().request().headers().contains("Authorization"))
                .isFalse();
    }

    @Test
    void noSecretShows() {
        runsAt(Map.of("IDENTITY_ENDPOINT", "http://localhost:42/", "IDENTITY_HEADER", "h3ader"));

        assertThat(IdentityEnvironment.read(
                                Map.of("IDENTITY_ENDPOINT", "http://localhost:42/", "IDENTITY_HEADER", "h3ader")::get)
                        .toString())
                .doesNotContain("h3ader");
        assertThat(bench.described(POLICY + "<authentication-basic username='u' password='p4ss'/>"))
                .containsExactly(
                        "authentication-managed-identity resource=https://vault.test ignore-error=false",
                        "authentication-basic");
    }
}
