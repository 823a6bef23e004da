package dev.apim.core.resource;

import dev.apim.resource.ResourceStore;

/** The store in memory keeps the contract. */
class MemoryResourceStoreTest implements ResourceStoreContract {
    private final MemoryResourceStore store = new MemoryResourceStore(Runnable::run);

    @Override
    public ResourceStore store() {
        return store;
    }

    @Override
    public void settle() {
        // It tells at once.
    }
}
