/** Policies that decide what runs: base, include-fragment, choose, retry, wait, limit-concurrency. */
@NullMarked
package dev.apim.core.policies.control;

import org.jspecify.annotations.NullMarked;
