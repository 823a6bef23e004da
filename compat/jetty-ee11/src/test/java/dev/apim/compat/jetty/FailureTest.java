package dev.apim.compat.jetty;

import dev.apim.compat.FailureContract;
import dev.apim.compat.ServletHost;

class FailureTest extends FailureContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
