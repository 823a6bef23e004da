/** Liquid templates in Azure's dialect. */
@NullMarked
package dev.apim.liquid;

import org.jspecify.annotations.NullMarked;
