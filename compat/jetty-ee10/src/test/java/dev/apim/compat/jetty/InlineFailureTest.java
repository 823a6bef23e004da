package dev.apim.compat.jetty;

import dev.apim.compat.InlineFailureContract;
import dev.apim.compat.ServletHost;

class InlineFailureTest extends InlineFailureContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
