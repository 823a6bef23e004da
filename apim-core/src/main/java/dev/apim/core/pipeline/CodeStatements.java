package dev.apim.core.pipeline;

import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Statements;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A code that is run by itself, over an exchange of the engine. Immutable. */
public final class CodeStatements implements Statements {
    private final LinkedSection section;

    /** Of this code. */
    public CodeStatements(Code code) {
        this.section = new LinkedSection(List.of(code));
    }

    @Override
    public Running start(Exchange exchange) {
        if (!(exchange instanceof GatewayExchange engine)) {
            throw new IllegalArgumentException("policies run over an exchange of the engine only");
        }
        Started started = new Started(engine);
        started.run.start(section);
        return started;
    }

    private static final class Started implements Running, RunListener {
        private final Run run;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Started(GatewayExchange exchange) {
            this.run = new Run(exchange, this);
        }

        @Override
        public void finished(Run ended) {
            outcome.complete(ended.result());
        }

        @Override
        public CompletionStage<Outcome> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            run.cancel();
        }
    }
}
