package dev.apim.compat.jetty;

import dev.apim.compat.ProxiedFailureContract;
import dev.apim.compat.ServletHost;

class ProxiedFailureTest extends ProxiedFailureContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
