package dev.apim.compat.tomcat;

import dev.apim.compat.InlineContract;
import dev.apim.compat.ServletHost;

class InlineTest extends InlineContract {
    @Override
    protected ServletHost host() {
        return new TomcatHost();
    }
}
