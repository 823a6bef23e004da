/** Events: what policies write about requests, and what reaches those who listen. */
@NullMarked
package dev.apim.event;

import org.jspecify.annotations.NullMarked;
