package dev.apim.vertx;

import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.net.NetClientInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Opens connections: resolves, checks the address, agrees on TLS. What it hands over has no handlers but TLS. */
final class Connector {
    private final VertxInternal vertx;
    private final NetClientInternal net;

    Connector(Vertx vertx, ClientSettings settings) {
        this.vertx = (VertxInternal) vertx;
        net = (NetClientInternal) vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setTcpKeepAlive(true).setConnectTimeout((int)
                        settings.connectTimeout().toMillis()));
    }

    /** Ends on the lane, with a channel or a failure. */
    void connect(Lane lane, Origin origin, BiConsumer<@Nullable Channel, @Nullable Throwable> result) {
        address(lane, origin).onComplete(resolved -> {
            if (resolved.failed()) {
                result.accept(null, resolved.cause());
            } else {
                Promise<NetSocket> socket = lane.context.promise();
                socket.future()
                        .onComplete(done -> result.accept(done.succeeded() ? bare(done.result()) : null, done.cause()));
                try {
                    net.connectInternal(options(origin, resolved.result()), socket, lane.context);
                } catch (RuntimeException e) {
                    socket.tryFail(e);
                }
            }
        });
    }

    void close() {
        net.close();
    }

    private Future<SocketAddress> address(Lane lane, Origin origin) {
        SocketAddress named = named(origin);
        if (origin.options().addresses() == AddressRule.ANY) {
            return lane.context.succeededFuture(named);
        }
        boolean proxied = origin.options().proxy() != null;
        Promise<SocketAddress> checked = lane.context.promise();
        vertx.nameResolver().resolveAll(lane.loop, origin.address()).addListener(found -> {
            if (found.isSuccess()) {
                @SuppressWarnings("unchecked")
                List<InetSocketAddress> all = (List<InetSocketAddress>) found.getNow();
                pin(origin, all, checked);
            } else if (proxied) {
                checked.complete(named); // only the proxy knows the name
            } else {
                checked.fail(found.cause());
            }
        });
        return checked.future();
    }

    /** Every address of the name must be public: which of them is taken must not depend on chance. */
    private static void pin(Origin origin, List<InetSocketAddress> found, Promise<SocketAddress> checked) {
        for (InetSocketAddress each : found) {
            if (each.getAddress() == null || !PublicAddresses.contain(each.getAddress())) {
                checked.fail(new BackendException(
                        Kind.FORBIDDEN_ADDRESS,
                        "The host '" + origin.host()
                                + "' has an address that is not public, and it may not be named by a request.",
                        null));
                return;
            }
        }
        if (origin.options().proxy() != null) {
            checked.complete(named(origin));
            return;
        }
        InetAddress first = found.get(0).getAddress();
        checked.complete(SocketAddress.inetSocketAddress(new InetSocketAddress(first, origin.port())));
    }

    /** Where the connection goes, by name: a proxy that forwards is spoken to itself. */
    private static SocketAddress named(Origin origin) {
        ConnectionOptions.Proxy proxy = origin.forwardingProxy();
        return proxy == null
                ? SocketAddress.inetSocketAddress(origin.port(), origin.address())
                : SocketAddress.inetSocketAddress(proxy.port(), proxy.host());
    }

    private static ProxyOptions tunnel(ConnectionOptions.Proxy proxy) {
        ProxyOptions options =
                new ProxyOptions().setType(ProxyType.HTTP).setHost(proxy.host()).setPort(proxy.port());
        return proxy.username() == null
                ? options
                : options.setUsername(proxy.username()).setPassword(proxy.password());
    }

    private static ConnectOptions options(Origin origin, SocketAddress address) {
        ConnectOptions options = new ConnectOptions()
                .setRemoteAddress(address)
                .setHost(origin.address())
                .setPort(origin.port())
                .setSsl(origin.secure());
        ConnectionOptions.Proxy proxy = origin.options().proxy();
        if (origin.secure() && proxy != null) {
            options.setProxyOptions(tunnel(proxy));
        }
        if (origin.secure()) {
            options.setSslOptions(tls(origin.options()));
            if (!NetUtil.isValidIpV4Address(origin.address()) && !NetUtil.isValidIpV6Address(origin.address())) {
                options.setSniServerName(origin.address());
            }
        }
        return options;
    }

    private static ClientSSLOptions tls(ConnectionOptions rules) {
        ClientSSLOptions tls = new ClientSSLOptions()
                .setHostnameVerificationAlgorithm(rules.validateName() ? "HTTPS" : "")
                .setTrustAll(!rules.validateChain());
        ConnectionOptions.ClientCertificate certificate = rules.clientCertificate();
        if (certificate != null) {
            tls.setKeyCertOptions(new PfxOptions()
                    .setValue(Buffer.buffer(certificate.pkcs12()))
                    .setPassword(certificate.password()));
        }
        return tls;
    }

    private static Channel bare(NetSocket socket) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        List<ChannelHandler> ours = new ArrayList<>();
        for (Map.Entry<String, ChannelHandler> each : pipeline) {
            if (!(each.getValue() instanceof SslHandler)) {
                ours.add(each.getValue());
            }
        }
        ours.forEach(pipeline::remove);
        return pipeline.channel();
    }
}
