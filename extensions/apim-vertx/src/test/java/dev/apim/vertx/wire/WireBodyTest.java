package dev.apim.vertx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireBodyTest {
    private final EventLoop loop = new DefaultEventLoop();
    private final List<String> log = new ArrayList<>();
    private final WireBody body = new WireBody(loop, -1, new WireBody.Source() {
        @Override
        public void resumeReading() {
            log.add("read");
        }

        @Override
        public void stopReading() {
            log.add("stop");
        }

        @Override
        public void giveUp() {
            log.add("give up");
        }

        @Override
        public boolean isReading() {
            return true;
        }
    });

    private final class Logging implements BodyReceiver {
        @Override
        public void chunk(ByteBuf bytes) {
            log.add(bytes.toString(StandardCharsets.US_ASCII));
            bytes.release();
        }

        @Override
        public void pause() {
            log.add("pause");
        }

        @Override
        public void end(Headers trailers) {
            log.add("end " + trailers.size());
        }

        @Override
        public void failed(Throwable cause) {
            log.add("failed " + cause.getMessage());
        }
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    private void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void whatCameBeforeTheReceiverIsHandedOverFirst() {
        onLoop(() -> {
            body.offer(text("a"));
            body.offer(text("b"));
            body.receive(new Logging());
            body.offer(text("c"));
            body.roundOver();
            body.complete(Headers.of("X-T", "1"));
        });
        assertThat(log).containsExactly("a", "b", "read", "c", "pause", "end 1");
    }

    @Test
    void nothingFlowsWhileTheReceiverHoldsIt() {
        onLoop(() -> {
            body.receive(new Logging());
            body.hold();
            body.offer(text("a"));
            body.complete(new Headers());
            log.add("-");
            body.resume();
        });
        assertThat(log).containsExactly("read", "-", "a", "end 0");
    }

    @Test
    void readingStopsWhenMuchWaits() {
        onLoop(() -> {
            body.offer(Unpooled.wrappedBuffer(new byte[60 * 1024]));
            body.offer(Unpooled.wrappedBuffer(new byte[4 * 1024]));
            body.discard();
        });
        assertThat(log).containsExactly("stop");
    }

    @Test
    void aFailureComesAfterWhatArrivedBeforeIt() {
        onLoop(() -> {
            body.receive(new Logging());
            body.hold();
            body.offer(text("a"));
            body.fail(new IllegalStateException("broken"));
            body.resume();
            body.fail(new IllegalStateException("again"));
        });
        assertThat(log).containsExactly("read", "a", "failed broken");
    }

    @Test
    void aCancelledBodyReleasesWhatWaitsAndWhatStillComes() {
        ByteBuf early = text("a");
        ByteBuf late = text("b");
        onLoop(() -> {
            body.offer(early);
            body.cancel();
            body.offer(late);
            body.cancel();
        });
        assertThat(log).containsExactly("give up");
        assertThat(early.refCnt()).isZero();
        assertThat(late.refCnt()).isZero();
    }

    @Test
    void aSecondReceiverIsToldSo() {
        onLoop(() -> {
            body.receive(new Logging());
            body.receive(new Logging());
        });
        assertThat(log).containsExactly("read", "failed The body was taken before.");
    }

    @Test
    void aSubscriberGetsAsManyChunksAsItDemands() {
        Collector subscriber = new Collector(1);
        onLoop(() -> {
            body.subscribe(subscriber);
            body.offer(text("a"));
            body.offer(text("b"));
            body.complete(new Headers());
        });
        assertThat(log).containsExactly("read", "a");
        subscriber.request(1);
        onLoop(() -> {});
        assertThat(log).containsExactly("read", "a", "b", "complete");
    }

    @Test
    void aSubscriberThatCancelsGivesTheConnectionUp() {
        Collector subscriber = new Collector(0);
        onLoop(() -> body.subscribe(subscriber));
        subscriber.cancel();
        onLoop(() -> {});
        assertThat(log).containsExactly("give up");
    }

    @Test
    void aDemandOfNothingIsAnError() {
        Collector subscriber = new Collector(0);
        onLoop(() -> body.subscribe(subscriber));
        subscriber.request(0);
        onLoop(() -> {});
        assertThat(log).containsExactly("give up", "error");
    }

    private final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final long first;
        private volatile Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        Collector(long first) {
            this.first = first;
        }

        void request(long count) {
            subscription.request(count);
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (first > 0) {
                given.request(first);
            }
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            log.add(StandardCharsets.US_ASCII.decode(bytes).toString());
        }

        @Override
        public void onError(Throwable cause) {
            log.add("error");
        }

        @Override
        public void onComplete() {
            log.add("complete");
        }
    }
}
