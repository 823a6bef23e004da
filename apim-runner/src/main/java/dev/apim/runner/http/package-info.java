/** The runner's HTTP server: strict HTTP/1.1 on the event loops of Vert.x, handing requests to services. */
@NullMarked
package dev.apim.runner.http;

import org.jspecify.annotations.NullMarked;
