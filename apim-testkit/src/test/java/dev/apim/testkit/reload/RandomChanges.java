package dev.apim.testkit.reload;

import dev.apim.testkit.TestGateway;
import java.util.List;
import java.util.Random;

/** Changes of a small configuration, most of them sound, all from one seed. */
final class RandomChanges {
    private static final List<String> PATHS = List.of("a", "a/b", "c", "d/e/f", "");

    private final Random random;

    RandomChanges(long seed) {
        random = new Random(seed);
    }

    /** What there is at the beginning. */
    TestGateway first() {
        TestGateway gateway = TestGateway.create();
        for (int i = 0; i < 3; i++) {
            gateway.namedValue("n" + i, "value" + i, i == 0);
            backend(gateway, i);
            gateway.fragment("f" + i, "<fragment>" + statements("f" + i, false) + "</fragment>");
        }
        for (int i = 0; i < 5; i++) {
            api(gateway, i);
            gateway.policy("/apis/api" + i, document("api" + i));
        }
        return gateway.put("/products/p0", product(true)).put("/products/p1", product(false));
    }

    /** The next change; what it does, for messages. */
    String apply(TestGateway gateway) {
        int i = random.nextInt(3);
        int api = random.nextInt(5);
        int kind = random.nextInt(16);
        switch (kind) {
            case 0 -> gateway.namedValue("n" + i, "value" + random.nextInt(100), i == 0);
            case 1 -> gateway.fragment("f" + i, "<fragment>" + statements("f" + i, false) + "</fragment>");
            case 2 -> backend(gateway, i);
            case 3, 4 -> gateway.policy("/apis/api" + api, document("api" + api));
            case 5 -> gateway.policy("/apis/api" + api + "/operations/op1", document("op" + api));
            case 6 -> gateway.policy("", document("global").replace("<base/>", ""));
            case 7 -> gateway.policy("/products/p" + random.nextInt(2), document("product"));
            case 8 -> api(gateway, api);
            case 9 -> gateway.remove("/apis/api" + api + "/policies/policy");
            case 10 -> gateway.remove("/apis/api" + api + "/operations/op1/policies/policy");
            case 11 -> gateway.put("/products/p" + random.nextInt(2) + "/apis/api" + api, "{}");
            case 12 -> gateway.remove("/products/p" + random.nextInt(2) + "/apis/api" + api);
            case 13 -> subscription(gateway, i);
            case 14 ->
                gateway.remove(List.of("/subscriptions/s" + i, "/fragments/f" + i, "/backends/b" + i)
                        .get(random.nextInt(3)));
            default ->
                gateway.put(
                        "/apis/api" + api + "/operations/op2",
                        "{\"displayName\":\"op2\",\"method\":\"POST\",\"urlTemplate\":\"/p" + i + "\"}");
        }
        return "kind " + kind + " of " + i + " and " + api;
    }

    private void api(TestGateway gateway, int number) {
        gateway.api("api" + number, PATHS.get(number), "GET /x", "POST /p0");
        gateway.put(
                "/apis/api" + number,
                "{\"displayName\":\"api\",\"path\":\"" + PATHS.get(number)
                        + "\",\"protocols\":[\"http\"],\"serviceUrl\":\"http://s" + random.nextInt(3)
                        + ".test\",\"subscriptionRequired\":" + random.nextBoolean() + "}");
    }

    private void backend(TestGateway gateway, int number) {
        gateway.put(
                "/backends/b" + number,
                "{\"protocol\":\"http\",\"url\":\"http://b" + number + "-" + random.nextInt(50) + ".test\"}");
    }

    private static String product(boolean required) {
        return "{\"displayName\":\"p\",\"subscriptionRequired\":" + required + "}";
    }

    private void subscription(TestGateway gateway, int number) {
        String scope = List.of("/products/p0", "/apis/api1", "/apis").get(random.nextInt(3));
        String state = List.of("active", "suspended").get(random.nextInt(2));
        gateway.put(
                "/subscriptions/s" + number,
                "{\"displayName\":\"s\",\"scope\":\"" + scope + "\",\"state\":\"" + state + "\",\"primaryKey\":\"key"
                        + number + "\",\"secondaryKey\":\"second" + number + "\"}");
    }

    private String document(String name) {
        String base = random.nextInt(8) == 0 ? "" : "<base/>";
        String broken = random.nextInt(25) == 0 ? "<nonsense/>" : "";
        return "<policies><inbound>" + base + statements(name, true) + broken + "</inbound><outbound>" + base
                + (random.nextBoolean() ? "<include-fragment fragment-id=\"f" + random.nextInt(3) + "\"/>" : "")
                + "<set-header name=\"X-Out\" exists-action=\"append\"><value>" + name + "</value></set-header>"
                + "</outbound></policies>";
    }

    private String statements(String name, boolean includes) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int n = random.nextInt(3);
            text.append(
                    switch (random.nextInt(includes ? 6 : 4)) {
                        case 0 ->
                            "<set-header name=\"X-" + name + "\" exists-action=\"append\"><value>{{n" + n
                                    + "}}</value></set-header>";
                        case 1 -> "<set-backend-service backend-id=\"b" + n + "\"/>";
                        case 2 ->
                            "<set-header name=\"X-" + name + "\" exists-action=\"append\"><value>" + random.nextInt(100)
                                    + "</value></set-header>";
                        case 3 ->
                            random.nextInt(4) == 0
                                    ? "<return-response><set-body>" + name + "</set-body></return-response>"
                                    : "<authentication-basic username=\"{{n" + n + "}}\" password=\"p\"/>";
                        default -> "<include-fragment fragment-id=\"f" + n + "\"/>";
                    });
        }
        return text.toString();
    }
}
