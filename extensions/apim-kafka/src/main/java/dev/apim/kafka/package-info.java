/** Events to Kafka and what speaks its protocol. */
@NullMarked
package dev.apim.kafka;

import org.jspecify.annotations.NullMarked;
