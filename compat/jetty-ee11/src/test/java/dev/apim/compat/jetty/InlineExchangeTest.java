package dev.apim.compat.jetty;

import dev.apim.compat.ServletExchangeContract;
import dev.apim.compat.ServletHost;

class InlineExchangeTest extends ServletExchangeContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
