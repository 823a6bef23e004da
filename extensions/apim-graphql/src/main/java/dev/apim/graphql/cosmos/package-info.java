/** Fields that Cosmos DB answers, over its REST protocol. */
@NullMarked
package dev.apim.graphql.cosmos;

import org.jspecify.annotations.NullMarked;
