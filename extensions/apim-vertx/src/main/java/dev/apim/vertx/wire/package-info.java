/**
 * HTTP/1.1 as bytes on a Netty channel: strict reading and validated writing of heads and bodies, with neither the client's nor the
 * server's manners. Shared by the backend client and the runner's server; no API of this product.
 */
@NullMarked
package dev.apim.vertx.wire;

import org.jspecify.annotations.NullMarked;
