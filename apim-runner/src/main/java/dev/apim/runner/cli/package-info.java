/** The command line: run, validate, call, quickstart. */
@NullMarked
package dev.apim.runner.cli;

import org.jspecify.annotations.NullMarked;
