package dev.apim.core;

import dev.apim.Time;
import dev.apim.backend.BackendClient;
import dev.apim.core.secret.SecretStores;
import dev.apim.resource.SecretStore;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an embedded gateway runs on: all that does not change while it serves. Read once, when the gateway is made.
 *
 * <pre>{@code
 * Apim apim = Apim.load(new ApimOptions().stateDirectory(Path.of("/var/lib/shop/apim")), Path.of("artifacts"));
 * }</pre>
 */
public final class ApimOptions {
    GatewaySettings settings = GatewaySettings.defaults();

    @Nullable
    Time time;

    @Nullable
    BackendClient backendClient;

    @Nullable
    Path stateDirectory;

    boolean strictQuotas;

    @Nullable
    Path overrides;

    @Nullable
    Path secretsDirectory;

    SecretStore secrets = SecretStores.none();
    Consumer<GatewayBuilder> engines = builder -> {};

    /** All embedded, nothing kept beyond the process. */
    public ApimOptions() {}

    /** How the gateway behaves. */
    public ApimOptions settings(GatewaySettings value) {
        settings = value;
        return this;
    }

    /** Another clock than the JDK's; it is left open in the end. */
    public ApimOptions time(Time value) {
        time = value;
        return this;
    }

    /** Another way to backends than the best on the class path; closed with the gateway. It may be used from any thread. */
    public ApimOptions backendClient(BackendClient value) {
        backendClient = value;
        return this;
    }

    /**
     * Where generated subscription keys and what quotas counted are kept, readable by their owner alone; without it a restart makes
     * other keys and counts anew.
     */
    public ApimOptions stateDirectory(Path value) {
        stateDirectory = value;
        return this;
    }

    /** No call passes a quota before its count has reached the state directory; else up to a second's or 100 calls may be lost in a crash. */
    public ApimOptions strictQuotas() {
        strictQuotas = true;
        return this;
    }

    /** What is different in this environment, as the publisher's {@code configuration.<env>.yaml}; for folders. */
    public ApimOptions overrides(Path value) {
        overrides = value;
        return this;
    }

    /** One file a secret, named as its environment variable would be. */
    public ApimOptions secretsDirectory(Path value) {
        secretsDirectory = value;
        return this;
    }

    /** Asked for secrets ahead of overrides, environment and directory. */
    public ApimOptions secrets(SecretStore value) {
        secrets = value;
        return this;
    }

    /** Engines other than the embedded ones, such as a distributed rate limiter; policies of one's own. */
    public ApimOptions engines(Consumer<GatewayBuilder> value) {
        engines = value;
        return this;
    }
}
