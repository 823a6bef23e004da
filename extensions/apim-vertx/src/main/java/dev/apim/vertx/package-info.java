/** The backend client on Vert.x. */
@NullMarked
package dev.apim.vertx;

import org.jspecify.annotations.NullMarked;
