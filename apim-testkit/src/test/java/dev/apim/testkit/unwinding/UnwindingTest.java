package dev.apim.testkit.unwinding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.core.GatewaySettings;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import dev.apim.testkit.unwinding.Exit.Way;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnwindingTest {
    private static final List<Nesting> NESTINGS = Nesting.all();

    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    @Test
    void everyNestingOfTheFiveCompoundPoliciesDownToThreeIsTried() {
        assertThat(NESTINGS).doesNotHaveDuplicates().hasSize(1 + 5 + (25 - 1) + (125 - 13));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOnTheWayIn(Exit exit) {
        for (Nesting nesting : NESTINGS) {
            Case one = new Case(exit, nesting, "<inbound><counted/>%s</inbound>");
            one.run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOnTheWayBackWhileTheBackendsResponseStreams(Exit exit) {
        if (exit.reads()) {
            return; // the request's body was given to the backend
        }
        for (Nesting nesting : NESTINGS) {
            Case one = new Case(exit, nesting, "<inbound><counted/></inbound><outbound>%s</outbound>");
            one.run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftAroundTheCallOfTheBackend(Exit exit) {
        for (Nesting nesting : NESTINGS) {
            Case one = new Case(exit, nesting, "<inbound><counted/></inbound><backend>%s<forward-request/></backend>");
            one.run();
        }
    }

    @Test
    void aBodyThatChildrenOfWaitReadIsThereForAllOfThemAndForTheBackend() {
        Probe probe = new Probe();
        String read = "<set-variable name=\"%s\" value=\"${context.Request.Body.AsString()}\"/>";
        TestGateway gateway = gateways.watch(
                start(
                        probe,
                        "<fragment>" + String.format(read, "b") + "</fragment>",
                        "<inbound><wait for=\"any\">" + String.format(read, "a")
                                + "<include-fragment fragment-id=\"shared\"/><set-variable name=\"c\" value=\"1\"/></wait></inbound>"));
        StreamingBody upload = new StreamingBody();

        TestCall call = gateway.send("POST", "/a", upload);
        upload.send("all of it").complete();

        assertThat(call.status()).isEqualTo(200);
        assertThat(gateway.backends().only().body().text()).isEqualTo("all of it");
    }

    @Test
    void nothingIsLeftByAHitWhereverTheLookupStands() {
        for (Nesting nesting : NESTINGS) {
            Probe probe = new Probe();
            String lookup = "<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\"/>";
            TestGateway gateway = gateways.watch(start(
                    probe,
                    nesting.fragment(lookup),
                    "<inbound><counted/>" + nesting.document(lookup)
                            + "</inbound><outbound><cache-store duration=\"60\"/></outbound>"));
            StreamingBody first = streaming(gateway);

            TestCall miss = gateway.get("/a");
            first.send("stored").complete();
            TestCall hit = gateway.get("/a");

            assertThat(miss.text() + hit.text()).as("%s", nesting).isEqualTo("storedstored");
            assertThat(gateway.backends().received()).as("%s", nesting).hasSize(1);
            assertThat(probe.ends).as("%s", nesting).isEqualTo(2);
            gateways.check();
        }
    }

    @Test
    void nothingIsLeftWhenTheClientGoesWhileTheResponseIsReadForAPolicy() {
        for (Nesting nesting : NESTINGS) {
            for (Way way : List.of(Way.CLIENT, Way.DEADLINE)) {
                Probe probe = new Probe();
                String read = "<set-variable name=\"a\" value=\"${context.Response.Body.AsString()}\"/>";
                TestGateway gateway = gateways.watch(start(
                        probe,
                        nesting.fragment(read),
                        "<inbound><counted/></inbound><outbound>" + nesting.document(read) + "</outbound>"));
                StreamingBody answer = streaming(gateway);
                TestCall call = gateway.get("/a");
                answer.send("half");
                assertThat(gateway.gateway().permitsInUse()).isEqualTo(nesting.permitsWhileReading());

                if (way == Way.CLIENT) {
                    call.hangUp();
                } else {
                    gateway.time().advance(Exit.DEADLINE);
                    assertThat(call.status()).isEqualTo(504);
                }

                assertThat(answer.isCancelled()).as("%s", nesting).isTrue();
                assertThat(probe.ends).as("%s", nesting).isEqualTo(1);
                gateways.check();
            }
        }
    }

    private static TestGateway start(Probe probe, String fragment, String sections) {
        return probe.in(TestGateway.create())
                .settings(GatewaySettings.builder().deadline(Exit.DEADLINE).build())
                .api("a", "", "GET /a", "POST /a")
                .fragment("shared", fragment.replace("<fragment>", "<fragment expressions=\"el\">"))
                .policy("/apis/a", "<policies expressions=\"el\">" + sections + "</policies>")
                .start();
    }

    private static StreamingBody streaming(TestGateway gateway) {
        StreamingBody body = new StreamingBody();
        gateway.backends().when("backend.test", request -> new HttpResponse(200, "", new Headers(), body));
        return body;
    }

    /** One exit from one nesting. */
    private final class Case {
        private final Exit exit;
        private final Nesting nesting;
        private final Probe probe = new Probe();
        private final TestGateway gateway;
        private final StreamingBody answer;

        Case(Exit exit, Nesting nesting, String sections) {
            this.exit = exit;
            this.nesting = nesting;
            String document = exit.around(nesting.document(exit.statement));
            gateway = gateways.watch(start(probe, nesting.fragment(exit.statement), String.format(sections, document)));
            gateway.backends()
                    .fail("down.test", BackendException.Kind.CONNECTION)
                    .whenLater("slow.test", request -> new CompletableFuture<>());
            answer = streaming(gateway);
        }

        void run() {
            StreamingBody upload = new StreamingBody();
            TestCall call = gateway.send(exit.reads() ? "POST" : "GET", "/a", exit.reads() ? upload : Body.empty());
            if (exit.waits()) {
                assertThat(call.isAnswered()).as("%s waits", nesting).isFalse();
                assertThat(gateway.gateway().permitsInUse())
                        .as("%s holds", nesting)
                        .isEqualTo(exit.reads() ? nesting.permitsWhileReading() : nesting.permits());
            }
            exit.take(gateway, call, upload);
            if (answer.isTaken() && !answer.isCancelled()) {
                answer.complete();
            }
            assertThat(call.isAnswered() ? call.status() : 0)
                    .as("%s out of %s", exit, nesting)
                    .isEqualTo(exit.status());
            gateway.time().advance(Duration.ofMinutes(2));
            assertThat(List.of(probe.responses, probe.ends, probe.waiting))
                    .as("%s out of %s: responses, ends, waits", exit, nesting)
                    .containsExactly(1, 1, 0);
            if (exit.reads()) {
                assertThat(upload.isTaken()).isTrue();
            }
            gateways.check();
        }
    }
}
