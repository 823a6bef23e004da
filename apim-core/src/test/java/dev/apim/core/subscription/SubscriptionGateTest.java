package dev.apim.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.core.sample.SampleSubscription;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.model.Api;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionScope;
import dev.apim.model.SubscriptionScope.Kind;
import dev.apim.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of subscription keys, every combination of it. */
class SubscriptionGateTest {
    private static final String HEADER = "Ocp-Apim-Subscription-Key";

    /**
     * The products that hold the API, by row: none, a protected one, an open one, both. Then for an API that needs a key and one that
     * does not: the decision. A decision is Missing, Invalid, or Allowed with subscription and product.
     */
    private static final String TABLE = """
            key           | products  | required      | free
            none          | none      | Missing       | - -
            none          | protected | Missing       | - -
            none          | open      | - open        | - open
            none          | both      | - open        | - open
            unknown       | none      | Invalid       | Invalid
            unknown       | protected | Invalid       | Invalid
            unknown       | open      | Invalid       | Invalid
            unknown       | both      | Invalid       | Invalid
            this-api      | none      | this-api -    | this-api -
            this-api      | protected | this-api -    | this-api -
            this-api      | open      | this-api -    | this-api -
            this-api      | both      | this-api -    | this-api -
            other-api     | none      | Invalid       | Invalid
            other-api     | protected | Invalid       | Invalid
            other-api     | open      | Invalid       | Invalid
            other-api     | both      | Invalid       | Invalid
            protected     | none      | Invalid       | Invalid
            protected     | protected | protected protected | protected protected
            protected     | open      | Invalid       | Invalid
            protected     | both      | protected protected | protected protected
            open          | none      | Invalid       | Invalid
            open          | protected | Invalid       | Invalid
            open          | open      | open open     | open open
            open          | both      | open open     | open open
            other-product | none      | Invalid       | Invalid
            other-product | protected | Invalid       | Invalid
            other-product | open      | Invalid       | Invalid
            other-product | both      | Invalid       | Invalid
            all-apis      | none      | all-apis -    | all-apis -
            all-apis      | protected | all-apis -    | all-apis -
            all-apis      | open      | all-apis -    | all-apis -
            all-apis      | both      | all-apis -    | all-apis -
            master        | none      | master -      | master -
            master        | protected | master -      | master -
            master        | open      | master -      | master -
            master        | both      | master -      | master -
            """;

    private static final List<String> SCOPES =
            List.of("this-api", "other-api", "protected", "open", "other-product", "all-apis", "master");

    private static final Map<String, User> USERS = Map.of(
            "active", SampleSubscription.user("active", User.State.ACTIVE),
            "blocked", SampleSubscription.user("blocked", User.State.BLOCKED),
            "pending", SampleSubscription.user("pending", User.State.PENDING),
            "deleted", SampleSubscription.user("deleted", User.State.DELETED));

    @TestFactory
    Stream<DynamicTest> everyKeyWithEveryProductInEveryStateOfSubscriptionAndOwner() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String row : TABLE.lines().skip(1).toList()) {
            String[] cells = row.split("\\s*\\|\\s*");
            for (Subscription.State state : Subscription.State.values()) {
                for (String owner : List.of("nobody", "active", "blocked", "pending", "deleted", "unknown")) {
                    boolean works = state == Subscription.State.ACTIVE
                            && List.of("nobody", "active", "unknown").contains(owner);
                    boolean known = SCOPES.contains(cells[0]);
                    String required = known && !works ? "Invalid" : cells[2];
                    String free = known && !works ? "Invalid" : cells[3].strip();
                    tests.add(test(cells, state, owner, true, required));
                    tests.add(test(cells, state, owner, false, free));
                }
            }
        }
        assertThat(tests).hasSize(36 * 6 * 6 * 2);
        return tests.stream();
    }

    private static DynamicTest test(
            String[] cells, Subscription.State state, String owner, boolean required, String expected) {
        String name = String.join(", ", cells[0], cells[1], state.name(), owner, required ? "required" : "free");
        return DynamicTest.dynamicTest(name, () -> {
            SubscriptionGate gate = gate(state, owner.equals("nobody") ? null : owner, products(cells[1]), false);
            Api api = SampleApi.of("orders", "orders").keyRequired(required).api();
            for (String key : keys(cells[0])) {
                Decision decision = gate.authorize(
                        api, key.isEmpty() ? new Headers() : Headers.of(HEADER, key), SubscriptionGateTest::noQuery);
                assertThat(describe(decision)).isEqualTo(expected);
                if (decision instanceof Decision.Allowed allowed && allowed.subscription() != null) {
                    assertThat(allowed.key()).isEqualTo(key);
                    assertThat(allowed.user()).isEqualTo(owner.equals("active") ? USERS.get("active") : null);
                }
            }
        });
    }

    private static List<String> keys(String row) {
        return switch (row) {
            case "none" -> List.of("");
            case "unknown" ->
                List.of(
                        "nonsense",
                        "this-api",
                        "THIS-API-PRIMARY",
                        "master-primary ",
                        "x".repeat(257),
                        "master-primary\u0000");
            default -> List.of(row + "-primary", row + "-secondary");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // header      | query            | decision
                "this-api-primary |                  | this-api -",
                "                 | this-api-primary | this-api -",
                "this-api-primary | wrong            | this-api -",
                "wrong            | this-api-primary | Invalid",
                "''               | this-api-primary | Missing",
                "                 | wrong            | Invalid",
                "                 | ''               | Missing",
                "                 |                  | Missing",
            })
    void theHeaderComesFirstAndTheQueryOnlyWithoutIt(@Nullable String header, @Nullable String query, String expected) {
        Headers headers = header == null ? new Headers() : Headers.of("ocp-apim-subscription-key", header);
        QueryParameters parameters = QueryParameters.parse(query == null ? "x=1" : "x=1&Subscription-Key=" + query);
        Decision decision = gate(Subscription.State.ACTIVE, null, List.of(), false)
                .authorize(SampleApi.of("orders", "orders").api(), headers, () -> parameters);
        assertThat(describe(decision)).isEqualTo(expected);
        assertThat(headers.size()).as("the key stays in the request").isEqualTo(header == null ? 0 : 1);
    }

    @Test
    void namesOfTheApiReplaceTheDefaults() {
        Api api = SampleApi.of("orders", "orders").keyNames("X-Key", "k").api();
        SubscriptionGate gate = gate(Subscription.State.ACTIVE, null, List.of(), false);
        Headers standard = Headers.of(HEADER, "this-api-primary");
        assertThat(describe(gate.authorize(api, standard, SubscriptionGateTest::noQuery)))
                .isEqualTo("Missing");
        assertThat(describe(
                        gate.authorize(api, Headers.of("x-key", "this-api-primary"), SubscriptionGateTest::noQuery)))
                .isEqualTo("this-api -");
        assertThat(describe(gate.authorize(api, standard, () -> QueryParameters.parse("k=this-api-primary"))))
                .isEqualTo("this-api -");
    }

    @Test
    void aKeyInTheHeaderLeavesTheQueryUnread() {
        Decision decision = gate(Subscription.State.ACTIVE, null, List.of(), false)
                .authorize(SampleApi.of("orders", "orders").api(), Headers.of(HEADER, "master-primary"), () -> {
                    throw new AssertionError("read");
                });
        assertThat(describe(decision)).isEqualTo("master -");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown       | none | Invalid | - -",
                "other-api     | none | Invalid | - -",
                "other-product | both | Invalid | - open",
                "other-product | open | Invalid | - open",
                "this-api      | open | this-api - | this-api -",
                "protected     | both | protected protected | protected protected",
            })
    void whereNoKeyIsNeededAWrongOneMayBeIgnored(String key, String products, String required, String free) {
        SubscriptionGate gate = gate(Subscription.State.ACTIVE, null, products(products), true);
        Headers headers = Headers.of(HEADER, key + "-primary");
        SampleApi api = SampleApi.of("orders", "orders");
        assertThat(describe(gate.authorize(api.api(), headers, SubscriptionGateTest::noQuery)))
                .isEqualTo(required);
        assertThat(describe(gate.authorize(api.keyRequired(false).api(), headers, SubscriptionGateTest::noQuery)))
                .isEqualTo(free);
    }

    /** Who opens an API of the service, of workspace one and of workspace two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "API      | orders |     | yes | no  | no ",
                "API      | ORDERS |     | yes | no  | no ",
                "API      | orders | one | no  | yes | no ",
                "PRODUCT  | p      |     | yes | no  | no ",
                "PRODUCT  | p      | one | no  | yes | no ",
                "PRODUCT  | p      | two | no  | no  | no ",
                "ALL_APIS |        |     | yes | no  | no ",
                "ALL_APIS |        | one | no  | yes | no ",
                "SERVICE  |        |     | yes | yes | yes",
            })
    void aKeyOfAWorkspaceOpensNothingOutsideIt(
            Kind kind, @Nullable String id, @Nullable String workspace, String service, String one, String two) {
        Subscription subscription = SampleSubscription.of("s", new SubscriptionScope(kind, id, workspace));
        ProductIndex products = ProductIndex.of(List.of(
                SampleSubscription.product("p", true, null, "orders"),
                SampleSubscription.product("p", true, "one", "orders")));
        SubscriptionGate gate =
                new SubscriptionGate(SubscriptionIndex.of(List.of(subscription)), products, Map.of(), false);
        SampleApi api = SampleApi.of("orders", "orders");
        List<String> opened = Stream.of(api, api.workspace("one"), api.workspace("two"))
                .map(a -> gate.authorize(a.api(), Headers.of(HEADER, "s-primary"), SubscriptionGateTest::noQuery))
                .map(d -> d instanceof Decision.Allowed ? "yes" : "no")
                .toList();
        assertThat(opened).containsExactly(service, one, two.strip());
    }

    @Test
    void anOpenProductOfAWorkspaceOpensNoApiOfTheSameNameElsewhere() {
        ProductIndex products = ProductIndex.of(List.of(SampleSubscription.product("open", false, "one", "orders")));
        SubscriptionGate gate = new SubscriptionGate(SubscriptionIndex.of(List.of()), products, Map.of(), false);
        SampleApi api = SampleApi.of("orders", "orders");
        assertThat(describe(gate.authorize(api.api(), new Headers(), SubscriptionGateTest::noQuery)))
                .isEqualTo("Missing");
        assertThat(describe(gate.authorize(api.workspace("one").api(), new Headers(), SubscriptionGateTest::noQuery)))
                .isEqualTo("- open");
    }

    @Test
    void ofSeveralOpenProductsTheFirstByNameCounts() {
        ProductIndex products = ProductIndex.of(List.of(
                SampleSubscription.product("b", false, null, "orders"),
                SampleSubscription.product("a", false, null, "orders")));
        SubscriptionGate gate = new SubscriptionGate(SubscriptionIndex.of(List.of()), products, Map.of(), false);
        assertThat(describe(gate.authorize(
                        SampleApi.of("orders", "o").api(), new Headers(), SubscriptionGateTest::noQuery)))
                .isEqualTo("- a");
    }

    @Test
    void whereTwoSubscriptionsShareAKeyTheOneThatOpensTheApiCounts() {
        Subscription one = shared("one", scope("other-api"));
        Subscription two = shared("two", scope("this-api"));
        SubscriptionGate gate = new SubscriptionGate(
                SubscriptionIndex.of(List.of(one, two)), ProductIndex.of(List.of()), Map.of(), false);
        assertThat(describe(gate.authorize(
                        SampleApi.of("orders", "o").api(), Headers.of(HEADER, "same"), SubscriptionGateTest::noQuery)))
                .isEqualTo("two -");
    }

    @Test
    void aDecisionNeverShowsItsKey() {
        Decision decision = gate(Subscription.State.ACTIVE, null, products("both"), false)
                .authorize(
                        SampleApi.of("orders", "o").api(),
                        Headers.of(HEADER, "protected-secondary"),
                        SubscriptionGateTest::noQuery);
        assertThat(decision.toString()).contains("protected").doesNotContain("secondary");
    }

    private static SubscriptionGate gate(
            Subscription.State state, @Nullable String owner, List<Product> products, boolean ignoring) {
        List<Subscription> all = SCOPES.stream()
                .map(id -> SampleSubscription.of(id, scope(id), owner, state))
                .toList();
        return new SubscriptionGate(SubscriptionIndex.of(all), ProductIndex.of(products), USERS, ignoring);
    }

    private static Subscription shared(String id, SubscriptionScope scope) {
        return new Subscription(
                id, id, scope, null, Subscription.State.ACTIVE, "same", "same", false, null, null, null);
    }

    private static SubscriptionScope scope(String id) {
        return switch (id) {
            case "this-api" -> new SubscriptionScope(Kind.API, "orders", null);
            case "other-api" -> new SubscriptionScope(Kind.API, "billing", null);
            case "protected", "open" -> new SubscriptionScope(Kind.PRODUCT, id, null);
            case "other-product" -> new SubscriptionScope(Kind.PRODUCT, "other", null);
            case "all-apis" -> new SubscriptionScope(Kind.ALL_APIS, null, null);
            default -> new SubscriptionScope(Kind.SERVICE, null, null);
        };
    }

    private static List<Product> products(String row) {
        Product guarded = SampleSubscription.product("protected", true, null, "orders");
        Product open = SampleSubscription.product("open", false, null, "billing", "orders");
        Product other = SampleSubscription.product("other", true, null, "billing");
        return switch (row) {
            case "none" -> List.of(other);
            case "protected" -> List.of(other, guarded);
            case "open" -> List.of(open, other);
            default -> List.of(guarded, open, other);
        };
    }

    private static QueryParameters noQuery() {
        return QueryParameters.parse("");
    }

    private static String describe(Decision decision) {
        if (decision instanceof Decision.Allowed allowed) {
            return (allowed.subscription() == null
                            ? "-"
                            : allowed.subscription().id()) + " "
                    + (allowed.product() == null ? "-" : allowed.product().id());
        }
        return decision instanceof Decision.Missing ? "Missing" : "Invalid";
    }
}
