package dev.apim.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Cancellable;
import dev.apim.resource.PreconditionFailedException;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.ResourceStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of resources does. */
public interface ResourceStoreContract {
    /** The only API of most tests. */
    ResourcePath API = ResourcePath.of("/apis/orders");

    /** The properties of it. */
    String PROPERTIES = "{\"path\":\"orders\",\"displayName\":\"Orders\"}";

    /** An empty store, the same one within a test. */
    ResourceStore store();

    /** Lets time pass until a watching store must have noticed everything. */
    void settle();

    @Test
    default void whatIsPutIsFound() {
        Resource put = store().put(API, PROPERTIES, null);

        Resource found = store().find(API).orElseThrow();
        assertThat(found.properties()).isEqualTo(PROPERTIES);
        assertThat(found.etag()).isEqualTo(put.etag()).isNotEmpty();
        assertThat(store().load(issue -> {})).extracting(Resource::path).containsExactly(API);
        assertThat(store().find(ResourcePath.of("/apis/other"))).isEmpty();
    }

    @Test
    default void namesAreFoundWithoutRegardToCase() {
        store().put(API, PROPERTIES, null);

        assertThat(store().find(ResourcePath.of("/APIS/Orders"))).isPresent();
    }

    @Test
    default void theTagChangesWithTheContentOnly() {
        String first = store().put(API, PROPERTIES, null).etag();

        assertThat(store().put(API, PROPERTIES, null).etag()).isEqualTo(first);
        assertThat(store().put(API, PROPERTIES.replace("Orders", "Others"), null)
                        .etag())
                .isNotEqualTo(first);
    }

    @Test
    default void aStaleTagChangesNothing() {
        String first = store().put(API, PROPERTIES, null).etag();
        String second =
                store().put(API, PROPERTIES.replace("Orders", "Others"), first).etag();

        assertThatThrownBy(() -> store().put(API, PROPERTIES, first)).isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> store().delete(API, first)).isInstanceOf(PreconditionFailedException.class);
        assertThat(store().find(API).orElseThrow().etag()).isEqualTo(second);
    }

    @Test
    default void anyTagNeedsAResourceToMatch() {
        assertThatThrownBy(() -> store().put(API, PROPERTIES, "*")).isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> store().delete(API, "*")).isInstanceOf(PreconditionFailedException.class);
        assertThat(store().find(API)).isEmpty();

        store().put(API, PROPERTIES, null);
        store().put(API, PROPERTIES, "*");
        assertThat(store().delete(API, "*")).isTrue();
    }

    @Test
    default void deletingTakesAwayWhatLiesBeneath() {
        store().put(API, PROPERTIES, null);
        store().put(ResourcePath.of("/apis/orders-more"), PROPERTIES.replace("orders", "more"), null);
        store().put(API.child("policies", "policy"), "{\"value\":\"<policies/>\",\"format\":\"rawxml\"}", null);

        assertThat(store().delete(API, null)).isTrue();

        assertThat(store().delete(API, null)).isFalse();
        assertThat(store().load(issue -> {}))
                .extracting(resource -> resource.path().value())
                .containsExactly("/apis/orders-more");
    }

    @Test
    default void resourcesComeInTheOrderOfPaths() {
        for (String name : List.of("c", "a", "b")) {
            store().put(ResourcePath.of("/apis/" + name), PROPERTIES.replace("orders", name), null);
        }

        assertThat(store().load(issue -> {}))
                .extracting(resource -> resource.path().name())
                .containsExactly("a", "b", "c");
    }

    @Test
    default void watchersHearOfChangesUntilTheyCancel() {
        List<Set<ResourcePath>> heard = new ArrayList<>();
        Cancellable watching = store().watch(heard::add);

        store().put(API, PROPERTIES, null);
        settle();
        assertThat(union(heard)).contains(API);
        heard.clear();
        store().delete(API, null);
        settle();
        assertThat(union(heard)).contains(API);
        heard.clear();
        settle();
        assertThat(heard).isEmpty();
        watching.cancel();
        watching.cancel();
        store().put(API, PROPERTIES, null);
        settle();
        assertThat(heard).isEmpty();
    }

    @Test
    default void textThatIsNoJsonObjectIsRefused() {
        for (String text : List.of("", "[]", "{", "null", "{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> store().put(API, text, null)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(store().find(API)).isEmpty();
    }

    private static Set<ResourcePath> union(List<Set<ResourcePath>> sets) {
        Set<ResourcePath> all = new HashSet<>();
        sets.forEach(all::addAll);
        return all;
    }
}
