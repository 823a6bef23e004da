package dev.apim.core.policies.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHeadTest {
    private static Body taken(BodyHead head) {
        return head.done().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdef", "abc|def", "a|b|c|d|e|f", "|abc||def|"})
    void aBodyOfExactlyTheLimitIsInMemoryHoweverItComes(String chunks) {
        PacedSource source = PacedSource.of(chunks.split("\\|", -1));

        Body body = taken(BodyHead.of(source, 6));

        assertThat(body).isInstanceOf(BytesBody.class);
        assertThat(Receiver.all(body).text()).isEqualTo("abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefg", "abc|defg", "abcdef|g", "a|b|c|d|e|f|g", "|abc||def||g|"})
    void aByteMoreStreamsOnWithNothingLost(String chunks) {
        PacedSource source = PacedSource.of(chunks.split("\\|", -1));

        BodyHead head = BodyHead.of(source, 6);
        Body body = taken(head);

        assertThat(body.isRepeatable()).isFalse();
        assertThat(body.length()).isEqualTo(-1);
        assertThat(head.seen()).isEqualTo(7);
        Receiver all = Receiver.all(body);
        assertThat(all.text()).isEqualTo("abcdefg");
        assertThat(all.isComplete()).isTrue();
    }

    @Test
    void aBodyThatSaysItIsLongerIsNotTouched() {
        PacedSource source = PacedSource.of("abcdefg").declaring(7);

        assertThat(taken(BodyHead.of(source, 6))).isSameAs(source);
        assertThat(source.isTaken()).isFalse();
    }

    @Test
    void aBodyInMemoryStaysWhatItIs() {
        Body body = Body.of("abcdefg");

        assertThat(taken(BodyHead.of(body, 6))).isSameAs(body);
        assertThat(taken(BodyHead.of(PacedSource.of(), 6))).isSameAs(Body.empty());
    }

    @Test
    void noMoreIsDemandedThanIsNeededToTell() {
        PacedSource source = PacedSource.of("abcd", "efgh", "ijkl", "mnop");

        Body body = taken(BodyHead.of(source, 6));

        assertThat(source.handedOver()).isEqualTo(2);
        Receiver receiver = Receiver.of(body);
        receiver.demand(2);
        assertThat(receiver.text()).isEqualTo("abcdefgh");
        assertThat(source.handedOver()).isEqualTo(2);
        receiver.demand(1);
        assertThat(receiver.text()).isEqualTo("abcdefghijkl");
        assertThat(source.handedOver()).isEqualTo(3);
        receiver.demand(1);
        assertThat(receiver.isComplete()).isTrue();
    }

    @Test
    void aGreatDemandIsPassedOnWithoutWhatWasThereAlready() {
        PacedSource source = PacedSource.of("abcd", "efgh", "ijkl", "mnop", "qrst");
        Receiver receiver = Receiver.of(taken(BodyHead.of(source, 6)));

        receiver.demand(4);

        assertThat(source.handedOver()).isEqualTo(4);
        assertThat(receiver.text()).isEqualTo("abcdefghijklmnop");
    }

    @Test
    void thousandsOfSmallChunksAreReplayedOneByOneWithoutGrowingTheStack() {
        String[] chunks = "x".repeat(60_001).split("");
        Receiver stepping = Receiver.of(taken(BodyHead.of(PacedSource.of(chunks), 60_000)));

        stepping.demandOneByOne();

        assertThat(stepping.text()).hasSize(60_001);
        assertThat(stepping.isComplete()).isTrue();
    }

    @Test
    void trailersComeAfterTheRest() {
        PacedSource source = PacedSource.of("abcd", "efgh");
        Body body = taken(BodyHead.of(source, 6));

        Receiver.all(body);

        assertThat(body.trailers().get("X-Sum")).isEqualTo("1");
    }

    @Test
    void givingTheRestUpGivesTheSourceUp() {
        PacedSource source = PacedSource.of("abcd", "efgh", "ijkl");
        Receiver receiver = Receiver.of(taken(BodyHead.of(source, 6)));
        receiver.demand(1);

        receiver.cancel();
        receiver.demand(5);

        assertThat(source.isCancelled()).isTrue();
        assertThat(receiver.text()).isEqualTo("abcd");
        assertThat(receiver.isComplete()).isFalse();
    }

    @Test
    void givingUpWhileItIsTakenEndsTheSource() {
        PacedSource source = PacedSource.of("abcd", "efgh").held();
        BodyHead head = BodyHead.of(source, 6);

        head.cancel();
        source.goOn();

        assertThat(source.isCancelled()).isTrue();
        assertThat(head.done().toCompletableFuture()).isNotDone();
    }

    @Test
    void aBodyThatBreaksOffEarlyFailsAndLaterBreaksOffForItsReader() {
        IOException broken = new IOException("gone");
        BodyHead early = BodyHead.of(PacedSource.of("abcd").failing(broken), 6);
        Receiver late = Receiver.all(
                taken(BodyHead.of(PacedSource.of("abcd", "efgh", "ijkl").failing(broken), 6)));

        assertThatThrownBy(early.done().toCompletableFuture()::join).hasCause(broken);
        assertThat(late.text()).isEqualTo("abcdefghijkl");
        assertThat(late.failure()).isSameAs(broken);
    }

    @Test
    void whatStreamsCanBeTakenOnce() {
        Body body = taken(BodyHead.of(PacedSource.of("abcdefg"), 6));
        Receiver.of(body);

        assertThatThrownBy(() -> Receiver.of(body)).hasMessageContaining("taken once");
    }

    @Test
    void aDemandOfNothingIsAFault() {
        PacedSource source = PacedSource.of("abcdefg", "h");
        Receiver receiver = Receiver.of(taken(BodyHead.of(source, 6)));

        receiver.demand(0);

        assertThat(receiver.failure()).hasMessageContaining("demand is positive");
        assertThat(source.isCancelled()).isTrue();
    }

    /** Takes a body as a test demands it. */
    private static final class Receiver implements Flow.Subscriber<ByteBuffer> {
        private final StringBuilder text = new StringBuilder();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };
        private boolean oneByOne;
        private boolean complete;
        private Throwable failure = new IllegalStateException("none");

        static Receiver of(Body body) {
            Receiver receiver = new Receiver();
            body.subscribe(receiver);
            return receiver;
        }

        static Receiver all(Body body) {
            Receiver receiver = of(body);
            receiver.demand(Long.MAX_VALUE);
            return receiver;
        }

        void demand(long count) {
            subscription.request(count);
        }

        void demandOneByOne() {
            oneByOne = true;
            demand(1);
        }

        void cancel() {
            subscription.cancel();
        }

        String text() {
            return text.toString();
        }

        boolean isComplete() {
            return complete;
        }

        Throwable failure() {
            return failure;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            text.append(StandardCharsets.UTF_8.decode(chunk.duplicate()));
            if (oneByOne) {
                demand(1);
            }
        }

        @Override
        public void onError(Throwable broken) {
            failure = broken;
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }
}
