/** The policy contract: how a policy declares itself, is compiled and runs. */
@NullMarked
package dev.apim.policy;

import org.jspecify.annotations.NullMarked;
