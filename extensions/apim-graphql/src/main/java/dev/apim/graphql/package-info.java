/** GraphQL APIs: validation, resolvers and execution. */
@NullMarked
package dev.apim.graphql;

import org.jspecify.annotations.NullMarked;
