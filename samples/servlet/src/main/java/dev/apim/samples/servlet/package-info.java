/** An application with endpoints of its own behind the gateway. */
@NullMarked
package dev.apim.samples.servlet;

import org.jspecify.annotations.NullMarked;
