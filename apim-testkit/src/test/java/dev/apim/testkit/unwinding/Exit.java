package dev.apim.testkit.unwinding;

import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.List;

/** A way out of the innermost statement. */
enum Exit {
    END("<set-variable name=\"a\" value=\"1\"/>", 200),
    ERROR("<failing/>", 403),
    BROKEN_POLICY("<breaking/>", 500),
    RETURN_RESPONSE("<return-response><set-status code=\"299\"/></return-response>", 299),
    BACKEND_FAILURE(send("down.test"), 500),
    IGNORED_BACKEND_FAILURE(send("down.test").replace("<send-request", "<send-request ignore-error=\"true\""), 200),
    LIMIT_REACHED(
            "<limit-concurrency key=\"one\" max-count=\"1\"><limit-concurrency key=\"one\" max-count=\"1\">"
                    + "<set-variable name=\"a\" value=\"1\"/></limit-concurrency></limit-concurrency>",
            429),
    GONE_WHILE_CALLING(send("slow.test"), Way.CLIENT),
    GONE_WHILE_READING("<set-variable name=\"a\" value=\"${context.Request.Body.AsString()}\"/>", Way.CLIENT),
    GONE_WHILE_SLEEPING(sleep(), Way.CLIENT),
    GONE_WHILE_WAITING("<hanging/>", Way.CLIENT),
    LATE_WHILE_CALLING(send("slow.test").replace("\"10\"", "\"60\""), Way.DEADLINE),
    LATE_WHILE_READING("<set-variable name=\"a\" value=\"${context.Request.Body.AsString()}\"/>", Way.DEADLINE),
    LATE_WHILE_SLEEPING(sleep(), Way.DEADLINE),
    LATE_WHILE_WAITING("<hanging/>", Way.DEADLINE),
    UPLOAD_BREAKS("<set-variable name=\"a\" value=\"${context.Request.Body.AsString()}\"/>", Way.BROKEN_UPLOAD),
    TIMED_OUT_CALL(send("slow.test"), Way.TIME),
    OVERTAKEN_WHILE_CALLING(send("slow.test"), Way.FASTER),
    OVERTAKEN_WHILE_SLEEPING(sleep(), Way.FASTER),
    OVERTAKEN_WHILE_WAITING("<hanging/>", Way.FASTER),
    SIBLING_FAILS_WHILE_CALLING(send("slow.test"), Way.SIBLING),
    SIBLING_FAILS_WHILE_SLEEPING(sleep(), Way.SIBLING),
    SIBLING_FAILS_WHILE_WAITING("<hanging/>", Way.SIBLING),
    SIBLING_ANSWERS_WHILE_CALLING(send("slow.test"), Way.ANSWERING);

    /** Who or what ends it. */
    enum Way {
        ITSELF,
        CLIENT,
        DEADLINE,
        BROKEN_UPLOAD,
        TIME,
        FASTER,
        SIBLING,
        ANSWERING
    }

    static final Duration DEADLINE = Duration.ofSeconds(30);

    final String statement;
    final Way way;
    private final int status;

    Exit(String statement, int status) {
        this.statement = statement;
        this.way = Way.ITSELF;
        this.status = status;
    }

    Exit(String statement, Way way) {
        this.statement = statement;
        this.way = way;
        this.status = switch (way) {
            case DEADLINE -> 504;
            case BROKEN_UPLOAD -> 400;
            case TIME -> 500;
            case SIBLING -> 403;
            case ANSWERING -> 298;
            default -> 200;
        };
    }

    /** The nested statement, among siblings where they matter. */
    String around(String nested) {
        return switch (way) {
            case FASTER -> "<wait for=\"any\">" + nested + "<set-variable name=\"fast\" value=\"1\"/></wait>";
            case SIBLING -> "<wait for=\"all\">" + nested + "<failing/></wait>";
            case ANSWERING ->
                "<wait for=\"all\">" + nested
                        + "<choose><when condition=\"true\"><return-response><set-status code=\"298\"/>"
                        + "</return-response></when></choose></wait>";
            default -> nested;
        };
    }

    /** Whether the request stands at the statement until somebody else moves. */
    boolean waits() {
        return List.of(Way.CLIENT, Way.DEADLINE, Way.BROKEN_UPLOAD, Way.TIME).contains(way);
    }

    boolean reads() {
        return statement.contains("Body");
    }

    /** Brings the end about. */
    void take(TestGateway gateway, TestCall call, StreamingBody upload) {
        switch (way) {
            case CLIENT -> call.hangUp();
            case DEADLINE -> gateway.time().advance(DEADLINE);
            case BROKEN_UPLOAD -> upload.fail(new java.io.IOException("reset"));
            case TIME -> gateway.time().advance(Duration.ofSeconds(10));
            default -> {
                // It has ended by itself.
            }
        }
    }

    /** The status the client reads; 0 for none. */
    int status() {
        return way == Way.CLIENT ? 0 : status;
    }

    private static String send(String host) {
        return "<send-request mode=\"new\" response-variable-name=\"r\" timeout=\"10\"><set-url>http://" + host
                + "/</set-url><set-method>GET</set-method></send-request>";
    }

    private static String sleep() {
        return "<retry condition=\"true\" count=\"2\" interval=\"60\"><set-variable name=\"a\" value=\"1\"/></retry>";
    }
}
