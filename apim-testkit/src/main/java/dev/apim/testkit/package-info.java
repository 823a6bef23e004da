/** Policies and whole configurations under test: a virtual clock, stub backends. */
@NullMarked
package dev.apim.testkit;

import org.jspecify.annotations.NullMarked;
