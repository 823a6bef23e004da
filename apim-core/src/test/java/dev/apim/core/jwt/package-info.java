@NullMarked
package dev.apim.core.jwt;

import org.jspecify.annotations.NullMarked;
