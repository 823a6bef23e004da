package dev.apim.compat.jetty;

import dev.apim.compat.ProxiedExchangeContract;
import dev.apim.compat.ServletHost;

class ProxiedExchangeTest extends ProxiedExchangeContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
