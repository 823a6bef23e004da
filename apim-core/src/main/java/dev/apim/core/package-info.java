/** The gateway: configuration in, requests answered. */
@NullMarked
package dev.apim.core;

import org.jspecify.annotations.NullMarked;
