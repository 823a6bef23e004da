/** Neutral HTTP: messages, headers, bodies and services, bound to no server and no client. */
@NullMarked
package dev.apim.http;

import org.jspecify.annotations.NullMarked;
