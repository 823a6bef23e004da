package dev.apim.graphql.cosmos;

/** Why nothing is asked of Cosmos DB. The message cites no data. */
final class CosmosFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CosmosFailure(String message) {
        super(message, null, false, false);
    }
}
