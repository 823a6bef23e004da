package dev.apim.compat.jetty;

import dev.apim.compat.DifferentialContract;
import dev.apim.compat.ServletHost;

class DifferentialTest extends DifferentialContract {
    @Override
    protected ServletHost host() {
        return new JettyHost();
    }
}
