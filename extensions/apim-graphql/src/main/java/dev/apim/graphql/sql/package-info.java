/** Fields that a relational database answers, over JDBC. */
@NullMarked
package dev.apim.graphql.sql;

import org.jspecify.annotations.NullMarked;
