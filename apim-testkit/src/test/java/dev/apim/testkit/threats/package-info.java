/** What callers, publishers and neighbours may do to the gateway, and what must happen; see docs/threats.md. */
@NullMarked
package dev.apim.testkit.threats;

import org.jspecify.annotations.NullMarked;
