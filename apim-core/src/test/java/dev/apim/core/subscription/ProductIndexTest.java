package dev.apim.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.sample.SampleApi;
import dev.apim.core.sample.SampleSubscription;
import dev.apim.model.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductIndexTest {
    @Test
    void theProductsOfAnApiAreInTheOrderOfTheirNames() {
        Product two = SampleSubscription.product("two", true, null, "orders", "billing");
        Product one = SampleSubscription.product("one", true, null, "Orders");
        ProductIndex index = ProductIndex.of(List.of(two, one));

        assertThat(index.of(SampleApi.of("orders", "orders").api())).containsExactly(one, two);
        assertThat(index.of(SampleApi.of("billing", "billing").api())).containsExactly(two);
        assertThat(index.of(SampleApi.of("other", "other").api())).isEmpty();
    }

    @Test
    void aDecisionNamesItsProductAndShowsNoKey() {
        Product starter = SampleSubscription.product("starter", true, null, "orders");

        assertThat(new Decision.Allowed(null, null, starter, "secret")).hasToString("Allowed[null, product starter]");
        assertThat(new Decision.Allowed(null, null, null, "secret")).hasToString("Allowed[null, product none]");
    }
}
