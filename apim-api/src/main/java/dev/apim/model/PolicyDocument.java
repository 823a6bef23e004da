package dev.apim.model;

/**
 * A policy document or fragment as written (Azure: {@code policy}, {@code policyFragment}).
 *
 * @param value the text
 * @param format {@code rawxml} or {@code xml}
 */
public record PolicyDocument(String value, String format) {}
