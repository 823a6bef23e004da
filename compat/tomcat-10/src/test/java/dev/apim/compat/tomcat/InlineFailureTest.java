package dev.apim.compat.tomcat;

import dev.apim.compat.InlineFailureContract;
import dev.apim.compat.ServletHost;

class InlineFailureTest extends InlineFailureContract {
    @Override
    protected ServletHost host() {
        return new TomcatHost();
    }
}
