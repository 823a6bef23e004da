/** Who is at the other end: the caller's address, and which fields of a request are believed. */
@NullMarked
package dev.apim.core.caller;

import org.jspecify.annotations.NullMarked;
