/**
 * The backend client on Vert.x and Netty. {@code dev.apim.vertx.wire} is not exported: the runner shares it from the class path.
 */
module dev.apim.vertx {
    requires transitive dev.apim;
    requires transitive io.vertx.core;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.apim.vertx;

    provides dev.apim.backend.BackendClientProvider with
            dev.apim.vertx.VertxBackendClientProvider;
}
