package dev.apim.policy;

/**
 * What a policy that validates found wrong (Azure: the entries of {@code errors-variable-name}). Expressions read it as an object with
 * these members in upper case: {@code Name}, {@code Type}, {@code ValidationRule}, {@code Details}, {@code Action}.
 *
 * @param name of the field, parameter or media type, or the status code
 * @param type of what was validated, such as {@code RequestBody} or {@code QueryParameter}
 * @param validationRule that is broken, such as {@code SizeLimit} or {@code IncorrectMessage}
 * @param details for people; may tell of the configuration, so not every caller is shown it
 * @param action taken: {@code prevent} or {@code detect}
 */
public record ValidationError(String name, String type, String validationRule, String details, String action) {}
