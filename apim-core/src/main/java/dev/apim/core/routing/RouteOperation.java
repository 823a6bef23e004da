package dev.apim.core.routing;

/**
 * An operation as the router sees it.
 *
 * @param id resource name, for conflicts
 * @param method compared without case
 * @param template of its URL, relative to the API
 * @param payload what a match gives back
 * @param <O> of the payload
 */
public record RouteOperation<O>(String id, String method, UrlTemplate template, O payload) {}
