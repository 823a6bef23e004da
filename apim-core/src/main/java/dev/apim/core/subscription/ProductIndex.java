package dev.apim.core.subscription;

import dev.apim.model.Api;
import dev.apim.model.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the products of an API. A product of a workspace holds only APIs of that workspace, one of the service only the service's.
 * Names are compared without case. Immutable and thread-safe.
 */
public final class ProductIndex {
    /** By the API's name, lower case; in a workspace behind that and a slash, which no name holds. */
    private final Map<String, List<Product>> products;

    private static String name(@Nullable String workspaceId, String id) {
        String folded = id.toLowerCase(Locale.ROOT);
        return workspaceId == null ? folded : workspaceId + "/" + folded;
    }

    private ProductIndex(Map<String, List<Product>> products) {
        this.products = products;
    }

    /** An index of all of these, whether published or not: that matters to developers' eyes only. */
    public static ProductIndex of(Collection<Product> products) {
        Map<String, List<Product>> index = new HashMap<>();
        products.stream()
                .sorted(Comparator.comparing(Product::id))
                .forEach(product -> product.apiIds()
                        .forEach(api -> index.computeIfAbsent(
                                        name(product.workspaceId(), api), name -> new ArrayList<>(1))
                                .add(product)));
        return new ProductIndex(index);
    }

    /** All products that hold an API, by resource name. */
    public List<Product> of(Api api) {
        return List.copyOf(holding(api));
    }

    /** The product that opens an API to callers without a key; Azure allows one, of several the first by resource name counts. */
    @Nullable
    Product open(Api api) {
        for (Product product : holding(api)) {
            if (!product.subscriptionRequired()) {
                return product;
            }
        }
        return null;
    }

    /** The product of this name, if it holds the API. */
    @Nullable
    Product holding(Api api, @Nullable String workspaceId, String productId) {
        List<Product> all = holding(api);
        for (int i = 0; i < all.size(); i++) {
            Product product = all.get(i);
            if (product.id().equalsIgnoreCase(productId) && Objects.equals(product.workspaceId(), workspaceId)) {
                return product;
            }
        }
        return null;
    }

    private List<Product> holding(Api api) {
        List<Product> found = products.get(name(api.workspaceId(), api.id()));
        return found == null ? List.of() : found;
    }
}
