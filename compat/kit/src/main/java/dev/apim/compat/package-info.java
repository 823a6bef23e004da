/** The contract that the gateway keeps in every servlet container, and the host application it is tried on. */
@NullMarked
package dev.apim.compat;

import org.jspecify.annotations.NullMarked;
