package dev.apim.event;

import dev.apim.Cancellable;
import java.util.function.Consumer;

/**
 * Carries events to those who listen to a topic at that moment; nobody gets one later (Azure: publish-event). Implementations are
 * thread-safe. Beyond one process an implementation may carry them between gateways; then delivery is at most once.
 *
 * <pre>{@code
 * Cancellable listening = broadcast.subscribe("orders", json -> socket.send(json));
 * broadcast.publish("orders", "{\"id\":7}");
 * listening.cancel();
 * }</pre>
 */
public interface Broadcast {
    /** Hands an event to all who listen to a topic. Does not block and does not fail because a listener does. */
    void publish(String topic, String event);

    /**
     * Listens to a topic until cancelled.
     *
     * @param listener called on any thread, one event after the other; must not block
     */
    Cancellable subscribe(String topic, Consumer<String> listener);
}
