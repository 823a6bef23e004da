/** The gateway as a filter of a servlet container: the host's own endpoints, and backends, behind one configuration. */
@NullMarked
package dev.apim.servlet;

import org.jspecify.annotations.NullMarked;
