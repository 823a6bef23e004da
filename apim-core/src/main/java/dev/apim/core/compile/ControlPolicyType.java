package dev.apim.core.compile;

import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;

/** A policy made of instructions and of other policies: choose, retry and their like. Stateless and thread-safe. */
public interface ControlPolicyType {
    /** What the element looks like and where it may stand. */
    PolicySpec spec();

    /** Emits the instructions of an element that satisfies {@link #spec()}. */
    void emit(PolicyElement element, Emitter emitter);
}
