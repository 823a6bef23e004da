package dev.apim.runner.http;

import dev.apim.Time;
import dev.apim.http.HttpService;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One listening port, shared by some event loops. */
final class Port {
    /** Vert.x shares a random port between servers that give the same negative number. */
    private static final AtomicInteger RANDOM = new AtomicInteger(-1);

    private final VertxInternal vertx;
    private final Time time;
    private final ServerSettings settings;
    private final HttpService service;
    private final AccessLog accessLog;
    private final List<NetServer> servers = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean draining;

    Port(VertxInternal vertx, Time time, ServerSettings settings, HttpService service) {
        this.vertx = vertx;
        this.time = time;
        this.settings = settings;
        this.service = service;
        accessLog = new AccessLog(settings.secretParameters());
    }

    ServerSettings settings() {
        return settings;
    }

    HttpService service() {
        return service;
    }

    AccessLog accessLog() {
        return accessLog;
    }

    boolean isDraining() {
        return draining;
    }

    /** Counts a connection in; says whether it is one too many. */
    boolean opened() {
        return open.incrementAndGet() > settings.maxConnections();
    }

    void closed() {
        open.decrementAndGet();
    }

    Future<Void> listen(String host, int number, int loops) {
        int shared = number == 0 ? RANDOM.getAndDecrement() : number;
        Future<Void> listening = Future.succeededFuture();
        for (int i = 0; i < loops; i++) {
            listening = listening.compose(before -> listenOnOne(host, shared));
        }
        return listening;
    }

    private Future<Void> listenOnOne(String host, int number) {
        ContextInternal context = vertx.createEventLoopContext();
        ServerLoop loop = new ServerLoop(context, this, time);
        NetServer server =
                vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true).setAcceptBacklog(1024));
        server.connectHandler(socket -> accept(socket, loop));
        servers.add(server);
        Promise<Void> done = Promise.promise();
        context.runOnContext(onLoop -> {
            try {
                server.listen(number, host).<Void>mapEmpty().onComplete(done);
            } catch (IllegalArgumentException e) {
                done.fail(e);
            }
        });
        return done.future();
    }

    int number() {
        return servers.get(0).actualPort();
    }

    /** Takes the connection over from Vert.x: our handler is the only one on it from its first byte on. */
    private static void accept(NetSocket socket, ServerLoop loop) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        List<ChannelHandler> others = new ArrayList<>();
        for (Map.Entry<String, ChannelHandler> each : pipeline) {
            others.add(each.getValue());
        }
        others.forEach(pipeline::remove);
        pipeline.addLast("http", new ClientConnection(loop));
    }

    /** Accepts no more; ends when every connection has, or with the patience. */
    Future<Void> drain(Duration patience) {
        draining = true;
        List<Future<Void>> stopping = new ArrayList<>();
        for (NetServer server : servers) {
            stopping.add(server.shutdown(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS));
        }
        return Future.join(stopping).mapEmpty();
    }

    /** Closes everything now. */
    Future<Void> close() {
        draining = true;
        return Future.join(servers.stream().map(NetServer::close).toList()).mapEmpty();
    }
}
