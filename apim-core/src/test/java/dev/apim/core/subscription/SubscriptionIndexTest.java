package dev.apim.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleSubscription;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionIndexTest {
    private static final SubscriptionScope ALL = new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, null);

    @Test
    void aSubscriptionIsFoundByEitherOfItsKeysAndByNothingElse() {
        Subscription acme = SampleSubscription.of("acme", ALL);
        SubscriptionIndex index = SubscriptionIndex.of(List.of(acme, SampleSubscription.of("other", ALL)));
        assertThat(index.find("acme-primary")).containsExactly(acme);
        assertThat(index.find("acme-secondary")).containsExactly(acme);
        for (String key : List.of("", "acme", "Acme-primary", "acme-primary ", " acme-primary", "acme-primar", "é")) {
            assertThat(index.find(key)).as(key).isEmpty();
        }
    }

    @Test
    void anEmptyKeyOpensNothing() {
        Subscription keyless = key("keyless", "", "");
        assertThat(SubscriptionIndex.of(List.of(keyless)).find("")).isEmpty();
    }

    @Test
    void aKeyOf256CharactersIsFoundAndALongerOneIsNot() {
        SubscriptionIndex index =
                SubscriptionIndex.of(List.of(key("a", "k".repeat(256), ""), key("b", "k".repeat(257), "")));
        assertThat(index.find("k".repeat(256))).hasSize(1);
        assertThat(index.find("k".repeat(257))).isEmpty();
    }

    @Test
    void aKeyThatWasChangedNoLongerOpens() {
        SubscriptionIndex before = SubscriptionIndex.of(List.of(key("a", "old", "kept")));
        SubscriptionIndex after = before.with(List.of(key("a", "new", "kept")), List.of());
        assertThat(after.find("old")).isEmpty();
        assertThat(after.find("new")).hasSize(1);
        assertThat(after.find("kept")).containsExactly(key("a", "new", "kept"));
        assertThat(before.find("old")).hasSize(1);
    }

    @Test
    void subscriptionsOfTheSameNameInTwoWorkspacesAreTwo() {
        SubscriptionScope one = new SubscriptionScope(SubscriptionScope.Kind.ALL_APIS, null, "one");
        Subscription inOne = new Subscription(
                "a", "a", one, null, Subscription.State.ACTIVE, "first", "second", false, null, null, null);
        SubscriptionIndex index = SubscriptionIndex.of(List.of(inOne, key("a", "third", "fourth")));
        assertThat(index.with(List.of(), List.of(new SubscriptionName("one", "a")))
                        .find("third"))
                .hasSize(1);
        assertThat(index.find("first")).containsExactly(inOne);
    }

    @Test
    void ofSeveralWithOneKeyTheFirstByNameComesFirstHoweverTheyCame() {
        List<Subscription> several = List.of(key("b", "one", ""), key("c", "", "one"), key("a", "one", ""));

        assertThat(SubscriptionIndex.of(several).find("one"))
                .extracting(Subscription::id)
                .containsExactly("a", "b", "c");
        assertThat(SubscriptionIndex.of(List.of())
                        .with(several, List.of())
                        .with(List.of(key("aa", "", "one")), List.of())
                        .find("one"))
                .extracting(Subscription::id)
                .containsExactly("a", "aa", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIndexAfterChangesFindsWhatOneMadeAnewFinds(long seed) {
        Random random = new Random(seed);
        Map<SubscriptionName, Subscription> all = new HashMap<>();
        SubscriptionIndex index = SubscriptionIndex.of(List.of());
        for (int i = 0; i < 300; i++) {
            Subscription changed = key("s" + random.nextInt(20), "k" + random.nextInt(30), "k" + random.nextInt(30));
            SubscriptionName removed = new SubscriptionName(null, "s" + random.nextInt(20));
            all.remove(removed);
            all.put(SubscriptionName.of(changed), changed);
            index = index.with(List.of(changed), List.of(removed));
            for (int k = 0; k < 30; k++) {
                String key = "k" + k;
                assertThat(index.find(key))
                        .containsExactlyInAnyOrderElementsOf(all.values().stream()
                                .filter(s -> s.primaryKey().equals(key)
                                        || s.secondaryKey().equals(key))
                                .collect(Collectors.toList()));
            }
        }
    }

    @Test
    void anIndexShowsNoKey() {
        assertThat(SubscriptionIndex.of(List.of(key("a", "secret", "hidden")))).hasToString("SubscriptionIndex[1]");
    }

    private static Subscription key(String id, String primary, String secondary) {
        return new Subscription(
                id, id, ALL, null, Subscription.State.ACTIVE, primary, secondary, false, null, null, null);
    }
}
