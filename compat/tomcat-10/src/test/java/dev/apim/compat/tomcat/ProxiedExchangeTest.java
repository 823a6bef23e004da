package dev.apim.compat.tomcat;

import dev.apim.compat.ProxiedExchangeContract;
import dev.apim.compat.ServletHost;

class ProxiedExchangeTest extends ProxiedExchangeContract {
    @Override
    protected ServletHost host() {
        return new TomcatHost();
    }
}
