package dev.apim.compat.tomcat;

import dev.apim.compat.ProxiedFailureContract;
import dev.apim.compat.ServletHost;

class ProxiedFailureTest extends ProxiedFailureContract {
    @Override
    protected ServletHost host() {
        return new TomcatHost();
    }
}
