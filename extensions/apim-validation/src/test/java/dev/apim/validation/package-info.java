@NullMarked
package dev.apim.validation;

import org.jspecify.annotations.NullMarked;
