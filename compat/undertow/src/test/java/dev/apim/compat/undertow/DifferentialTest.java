package dev.apim.compat.undertow;

import dev.apim.compat.DifferentialContract;
import dev.apim.compat.ServletHost;

class DifferentialTest extends DifferentialContract {
    @Override
    protected ServletHost host() {
        return new UndertowHost();
    }
}
