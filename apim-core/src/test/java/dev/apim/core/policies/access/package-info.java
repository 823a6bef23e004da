@NullMarked
package dev.apim.core.policies.access;

import org.jspecify.annotations.NullMarked;
