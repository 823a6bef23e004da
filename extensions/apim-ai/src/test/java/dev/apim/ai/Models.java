package dev.apim.ai;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestGateway;
import java.nio.file.Path;

/** A gateway in front of a model that a test plays. */
final class Models {
    static final String HELLO = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
    static final String HELLO_STREAMED =
            "{\"model\":\"gpt-4o\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    /** The tokens of {@link #HELLO}: 3 for the message, role, text, 3 for the reply. */
    static final int HELLO_TOKENS = 8;

    private Models() {}

    /** With a policy in inbound and one in outbound. */
    static TestGateway gateway(String inbound, String outbound) {
        return prepared(inbound, outbound).start();
    }

    /** The same, with a directory that outlives it. */
    static TestGateway gateway(String inbound, String outbound, Path state) {
        return prepared(inbound, outbound).stateDirectory(state).start();
    }

    private static TestGateway prepared(String inbound, String outbound) {
        TestGateway gateway = TestGateway.create()
                .api("chat", "chat", "POST /completions", "POST /deployments/{d}/chat/completions")
                .policy(
                        "/apis/chat",
                        "<policies><inbound>" + inbound + "<base /></inbound><backend><base /></backend><outbound>"
                                + outbound + "<base /></outbound><on-error><base /></on-error></policies>");
        answers(gateway, usage(8, 20));
        return gateway;
    }

    /** The model answers with this JSON from now on. */
    static void answers(TestGateway gateway, String json) {
        gateway.backends().answer("backend.test", 200, "application/json", json);
    }

    /** The model answers with these events from now on. */
    static void streams(TestGateway gateway, Body events) {
        gateway.backends()
                .when(
                        "backend.test",
                        request -> new HttpResponse(200, "", Headers.of("Content-Type", "text/event-stream"), events));
    }

    /** An answer that says what it used. */
    static String usage(int prompt, int completion) {
        return "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Hi there\"}}],\"usage\":{\"prompt_tokens\":"
                + prompt + ",\"completion_tokens\":" + completion + ",\"total_tokens\":" + (prompt + completion)
                + ",\"prompt_tokens_details\":{\"cached_tokens\":3}}}";
    }

    /** An event with a piece of text. */
    static String piece(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}],\"usage\":null}\n\n";
    }
}
