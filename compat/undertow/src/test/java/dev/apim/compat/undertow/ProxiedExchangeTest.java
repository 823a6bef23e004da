package dev.apim.compat.undertow;

import dev.apim.compat.Capability;
import dev.apim.compat.Containers;
import dev.apim.compat.ProxiedExchangeContract;
import dev.apim.compat.ServletHost;
import java.util.Set;

class ProxiedExchangeTest extends ProxiedExchangeContract {
    @Override
    protected ServletHost host() {
        return new UndertowHost();
    }

    @Override
    protected Set<Capability> missing() {
        return Containers.UNDERTOW.missing();
    }
}
