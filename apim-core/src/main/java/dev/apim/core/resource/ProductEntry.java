package dev.apim.core.resource;

import dev.apim.model.Product;
import dev.apim.resource.ResourcePath;
import org.jspecify.annotations.Nullable;

/**
 * A product with its policy.
 *
 * @param path {@code /products/starter}, {@code /workspaces/w/products/starter}
 * @param product with the names of its APIs (of its own workspace, without revision) and groups
 * @param policy if it has one
 */
public record ProductEntry(
        ResourcePath path, Product product, @Nullable PolicyDocumentEntry policy) {}
