package dev.apim.servlet;

import dev.apim.core.Gateway;

/**
 * What all requests through one filter share.
 *
 * @param gateway that answers
 * @param options how it lives with its container
 * @param waiting room for threads that wait
 */
record FilterSetting(Gateway gateway, ServletOptions options, WaitingRoom waiting) {}
