package dev.apim.model;

/**
 * A backend of a pool (Azure: {@code pool.services}).
 *
 * @param backendId resource name of a single backend
 * @param weight 0 to 100: its share of the requests among members of the same priority; 1 where none is said
 * @param priority 0 to 100: members of a lower number are asked first, those of a higher one when none of them can be
 */
public record PoolMember(String backendId, int weight, int priority) {}
