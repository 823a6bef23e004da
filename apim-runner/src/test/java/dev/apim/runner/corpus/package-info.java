/** Policy documents of others, run until every statement was reached. */
@NullMarked
package dev.apim.runner.corpus;

import org.jspecify.annotations.NullMarked;
