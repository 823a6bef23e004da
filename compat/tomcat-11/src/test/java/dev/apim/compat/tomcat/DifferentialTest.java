package dev.apim.compat.tomcat;

import dev.apim.compat.DifferentialContract;
import dev.apim.compat.ServletHost;

class DifferentialTest extends DifferentialContract {
    @Override
    protected ServletHost host() {
        return new TomcatHost();
    }
}
