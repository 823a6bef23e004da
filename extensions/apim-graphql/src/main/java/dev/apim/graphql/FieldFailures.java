package dev.apim.graphql;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client reads of a field that failed: what the resolver says for it, and nothing of what nobody foresaw. */
final class FieldFailures implements DataFetcherExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FieldFailures.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = parameters.getException();
        Throwable failure = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        String message = "Internal server error";
        if (failure instanceof FieldFailure) {
            message = String.valueOf(failure.getMessage());
        } else {
            LOG.error(
                    "field {} failed: {}",
                    parameters.getPath(),
                    failure.getClass().getName());
        }
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(GraphqlErrorBuilder.newError()
                                .message("%s", message)
                                .path(parameters.getPath())
                                .location(parameters.getSourceLocation())
                                .build())
                        .build());
    }
}
