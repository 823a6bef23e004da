package dev.apim.compat.undertow;

import dev.apim.compat.InlineFailureContract;
import dev.apim.compat.ServletHost;

class InlineFailureTest extends InlineFailureContract {
    @Override
    protected ServletHost host() {
        return new UndertowHost();
    }
}
