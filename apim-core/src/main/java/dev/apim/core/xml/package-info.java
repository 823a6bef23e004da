/** XML of others, read and transformed without reaching out of the process. */
@NullMarked
package dev.apim.core.xml;

import org.jspecify.annotations.NullMarked;
