package dev.apim.compat.undertow;

import dev.apim.compat.ProxiedFailureContract;
import dev.apim.compat.ServletHost;

class ProxiedFailureTest extends ProxiedFailureContract {
    @Override
    protected ServletHost host() {
        return new UndertowHost();
    }
}
