package dev.apim.core.resource;

import static dev.apim.core.resource.Found.in;
import static dev.apim.core.resource.Found.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What resources become. */
class ConfigurationTest {
    private static final String ARM =
            "/subscriptions/0000/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso";

    @Test
    void whatIsLeftOutHasAzuresDefaults() {
        Configuration configuration = Tree.of()
                .put("/apis/a", "{'path':'/a/'}")
                .put("/products/p", "{'displayName':'P'}")
                .put("/subscriptions/s", "{'scope':'/apis'}")
                .put("/groups/g", "{'displayName':'G'}")
                .put("/users/u", "{'email':'u@x','firstName':'U','lastName':'V'}")
                .valid();

        assertThat(in(configuration.apis(), "/apis/a").api())
                .satisfies(api -> assertThat(api.path()).isEqualTo("a"))
                .satisfies(api -> assertThat(api.displayName()).isEqualTo("a"))
                .satisfies(api -> assertThat(api.protocols()).containsExactly("https"))
                .satisfies(api -> assertThat(api.type()).isEqualTo("http"))
                .satisfies(api -> assertThat(api.revision()).isEqualTo("1"))
                .satisfies(api -> assertThat(api.isCurrent()).isTrue())
                .satisfies(api -> assertThat(api.isOnline()).isTrue())
                .satisfies(api -> assertThat(api.subscriptionRequired()).isTrue())
                .satisfies(api -> assertThat(api.subscriptionKeyParameterNames().header())
                        .isEqualTo("Ocp-Apim-Subscription-Key"));
        Product product = in(configuration.products(), "p").product();
        assertThat(product.state()).isEqualTo(Product.State.NOT_PUBLISHED);
        assertThat(product.subscriptionRequired()).isTrue();
        assertThat(product.approvalRequired()).isFalse();
        assertThat(product.subscriptionsLimit()).isNull();
        assertThat(in(configuration.subscriptions(), "s").state()).isEqualTo(Subscription.State.ACTIVE);
        assertThat(configuration.groups()).containsKeys("administrators", "developers", "guests", "G");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "/products/p", "products/p", ARM + "/products/p", "/products/P/"})
    void aProductTagMayNameItsProductInAnySpelling(String reference) {
        Tree tree = Tree.of()
                .put("/products/p", "{'displayName':'P'}")
                .put("/tags/t", "{}")
                .put("/tags/t/productLinks/l", "{'productId':'" + reference + "'}");

        assertThat(tree.read()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/products/p, PRODUCT, p",
        "/apis/a, API, a",
        "/apis/a;rev=2, API, a",
        "/apis, ALL_APIS,",
        "/apis/, ALL_APIS,",
        "/, SERVICE,",
        ARM + "/products/p, PRODUCT, p",
        ARM + "/apis, ALL_APIS,",
        ARM + ", SERVICE,",
        ARM + "/, SERVICE,"
    })
    void aScopeMayBeShortOrFull(String scope, SubscriptionScope.Kind kind, String id) {
        Configuration configuration = Tree.of()
                .api("a")
                .put("/products/p", "{'displayName':'P'}")
                .put("/subscriptions/s", "{'scope':'" + scope + "'}")
                .valid();

        assertThat(in(configuration.subscriptions(), "s").scope()).isEqualTo(new SubscriptionScope(kind, id, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Segment, orders/v1, orders",
        "Segment, orders, orders",
        "Segment, v1, ''",
        "Query, orders/v1, orders/v1"
    })
    void theVersionIsNoPartOfThePathOfASegmentVersion(String scheme, String written, String path) {
        Configuration configuration = Tree.of()
                .put(
                        "/apiVersionSets/v",
                        "{'displayName':'V','versioningScheme':'" + scheme + "','versionQueryName':'v'}")
                .put("/apis/a", "{'path':'" + written + "','apiVersion':'v1','apiVersionSetId':'/apiVersionSets/v'}")
                .valid();

        assertThat(in(configuration.apis(), "/apis/a").api().path()).isEqualTo(path);
        assertThat(in(configuration.apis(), "/apis/a").api().versionSetId()).isEqualTo("v");
    }

    @Test
    void aChangeOfAVersionSetChangesThePathsOfItsApis() {
        Tree tree = Tree.of()
                .put("/apiVersionSets/v", "{'displayName':'V','versioningScheme':'Segment'}")
                .put("/apis/a", "{'path':'a/v1','apiVersion':'v1','apiVersionSetId':'v'}")
                .api("b");
        Configuration before = tree.valid();

        Configuration after = tree.change(
                        before,
                        List.of(Tree.resource(
                                "/apiVersionSets/v",
                                "{'displayName':'V','versioningScheme':'Query','versionQueryName':'q'}")))
                .orElseThrow();

        assertThat(in(after.apis(), "/apis/a").api().path()).isEqualTo("a/v1");
        assertThat(in(after.apis(), "/apis/b")).isSameAs(in(before.apis(), "/apis/b"));
    }

    @Test
    void productsCollectTheirApisAndGroupsFromBothKindsOfLinks() {
        Configuration configuration = Tree.of()
                .api("a")
                .api("b")
                .put("/products/p", "{'displayName':'P'}")
                .put("/products/p/apis/a", "{}")
                .put("/products/p/apiLinks/x", "{'apiId':'" + ARM + "/apis/b'}")
                .put("/products/p/apiLinks/y", "{'apiId':'/apis/a'}")
                .put("/products/p/groups/guests", "{}")
                .put("/products/p/groupLinks/z", "{'groupId':'/groups/developers'}")
                .valid();

        Product product = in(configuration.products(), "p").product();
        assertThat(product.apiIds()).containsExactlyInAnyOrder("a", "b");
        assertThat(product.groupIds()).containsExactlyInAnyOrder("guests", "developers");
    }

    @Test
    void namesAreFoundWithoutRegardToCase() {
        Configuration configuration = Tree.of()
                .put("/backends/Main", "{'url':'https://x.test','protocol':'http'}")
                .valid();

        assertThat(configuration.backends()).containsKey("main");
    }

    @Test
    void aBackendHasItsNamedValuesPutInAndNeverPrintsThem() {
        Configuration configuration = Tree.of()
                .put("/namedValues/k", "{'displayName':'key','value':'canary','secret':true}")
                .put(
                        "/backends/b",
                        "{'url':'https://x.test/{{key}}','protocol':'http','credentials':{'header':{'x-key':['{{ key }}']},'authorization':{'scheme':'Bearer','parameter':'{{key}}'}}}")
                .valid();

        assertThat(in(configuration.backends(), "b"))
                .satisfies(b -> assertThat(b.url()).isEqualTo("https://x.test/canary"))
                .satisfies(b -> assertThat(b.headers()).isEqualTo(Map.of("x-key", List.of("canary"))))
                .satisfies(b -> assertThat(b.authorization()).isEqualTo("Bearer canary"));
        assertThat(configuration.backends() + " " + configuration.namedValues() + " " + configuration)
                .doesNotContain("canary");
    }

    @Test
    void aChangedNamedValueReachesTheBackendsThatNameIt() {
        Tree tree = Tree.of()
                .put("/namedValues/k", "{'displayName':'host','value':'one.test'}")
                .put("/backends/b", "{'url':'https://{{host}}','protocol':'http'}")
                .put("/backends/c", "{'url':'https://c.test','protocol':'http'}");
        Configuration before = tree.valid();

        Configuration after = tree.change(
                        before, List.of(Tree.resource("/namedValues/k", "{'displayName':'host','value':'two.test'}")))
                .orElseThrow();

        assertThat(in(after.backends(), "b").url()).isEqualTo("https://two.test");
        assertThat(in(after.backends(), "c")).isSameAs(in(before.backends(), "c"));
        assertThat(in(before.backends(), "b").url()).isEqualTo("https://one.test");
    }

    @Test
    void aWorkspacesReferencesStayInIt() {
        Configuration configuration = Tree.of()
                .put("/workspaces/w/apis/a", "{'path':'wa'}")
                .put("/workspaces/w/products/p", "{'displayName':'P'}")
                .put("/workspaces/w/products/p/apiLinks/l", "{'apiId':'/apis/a'}")
                .put("/workspaces/w/products/p/groupLinks/g", "{'groupId':'developers'}")
                .put("/workspaces/w/subscriptions/s", "{'scope':'/products/p'}")
                .put("/workspaces/w/policies/policy", "{'value':'<policies/>'}")
                .valid();

        assertThat(in(configuration.products(), Configuration.key("w", "p"))
                        .product()
                        .workspaceId())
                .isEqualTo("w");
        assertThat(in(configuration.subscriptions(), "workspaces/w/s").scope().workspaceId())
                .isEqualTo("w");
        assertThat(there(in(configuration.workspaces(), "w").policy()).path().value())
                .isEqualTo("/workspaces/w/policies/policy");
        assertThat(configuration.policy()).isEmpty();
    }

    @Test
    void aChangeSharesWhatItDoesNotTouch() {
        Tree tree = Tree.of()
                .api("a")
                .operation("/apis/a/operations/x", "GET", "/x")
                .operation("/apis/a/operations/y", "GET", "/y")
                .policy("/apis/a/operations/y", "<policies/>")
                .api("b")
                .put("/products/p", "{'displayName':'P'}");
        Configuration before = tree.valid();

        Configuration after = tree.change(
                        before,
                        List.of(Tree.resource(
                                "/apis/a/operations/x/policies/policy", "{'value':'<policies><inbound/></policies>'}")))
                .orElseThrow();

        ApiEntry changed = in(after.apis(), "/apis/a");
        ApiEntry old = in(before.apis(), "/apis/a");
        assertThat(changed.operationPolicies()).containsOnlyKeys("x", "y");
        assertThat(old.operationPolicies()).containsOnlyKeys("y");
        assertThat(in(changed.operationPolicies(), "y")).isSameAs(in(old.operationPolicies(), "y"));
        assertThat(changed.operations().get(0)).isSameAs(old.operations().get(0));
        assertThat(in(after.apis(), "/apis/b")).isSameAs(in(before.apis(), "/apis/b"));
        assertThat(after.products()).isSameAs(before.products());
        assertThat(after.backends()).isSameAs(before.backends());
    }

    @Test
    void aRemovedResourceTakesWhatLiesBeneathWithIt() {
        Tree tree = Tree.of()
                .api("a")
                .operation("/apis/a/operations/x", "GET", "/x")
                .api("b");
        Configuration after = tree.change(tree.valid(), List.of(), "/apis/a").orElseThrow();

        assertThat(after.apis()).containsOnlyKeys("/apis/b");
    }

    @Test
    void aRemovalThatLeavesAReferenceBehindIsRefused() {
        Tree tree = Tree.of().api("a").put("/products/p", "{'displayName':'P'}").put("/products/p/apis/a", "{}");
        Configuration before = tree.valid();

        assertThat(tree.change(before, List.of(), "/apis/a")).isEmpty();
        assertThat(tree.errors())
                .containsExactly("/products/p/apis/a:1:1: error: /products/p/apis/a refers to 'a', but there is no"
                        + " /apis/a: add it or correct the reference");
        assertThat(before.apis()).containsKey("/apis/a");
        assertThat(tree.change(before, List.of(), "/apis/a", "/products/p/apis/a"))
                .isPresent();
    }

    @Test
    void aRemovedWorkspaceTakesItsContents() {
        Tree tree = Tree.of().put("/workspaces/w", "{'displayName':'W'}").put("/workspaces/w/apis/a", "{'path':'a'}");

        Configuration after =
                tree.change(tree.valid(), List.of(), "/workspaces/w").orElseThrow();

        assertThat(after.apis()).isEmpty();
        assertThat(after.workspaces()).isEmpty();
    }

    @Test
    void aMistakeIsNotReportedAgainAsAMissingReference() {
        Tree tree = Tree.of()
                .put("/apis/a", "{'path':7}")
                .operation("/apis/a/operations/x", "GET", "/x")
                .put("/products/p", "{'displayName':'P'}")
                .put("/products/p/apis/a", "{}");

        assertThat(tree.read()).isEmpty();
        assertThat(tree.errors()).containsExactly("/apis/a:1:9: error: path is a number, expected a string");
    }

    @Test
    void anOwnerWhoIsNotThereIsAWarning() {
        Tree tree = Tree.of().put("/subscriptions/s", "{'scope':'/apis','ownerId':'/users/u'}");

        tree.valid();

        assertThat(tree.issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.isError()).isFalse());
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        Tree tree = Tree.of()
                .put("/apis/a", "{'path':'a','protocols':['ftp'],'subscriptionRequired':'yes'}")
                .put("/products/p", "{'state':'sold'}")
                .put("/subscriptions/s", "{'scope':'/nothing/x'}");

        assertThat(tree.read()).isEmpty();
        assertThat(tree.issues).filteredOn(Issue::isError).hasSize(5);
    }
}
