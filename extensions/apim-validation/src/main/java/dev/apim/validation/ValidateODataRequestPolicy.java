package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses requests that OData 4 does not allow (Azure: validate-odata-request). */
final class ValidateODataRequestPolicy implements PolicyType {
    private final ODataModel model = new ODataModel();

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-odata-request", "Refuses requests that OData does not allow.")
                .sections(Section.INBOUND)
                .scopes(Scope.GLOBAL, Scope.WORKSPACE, Scope.PRODUCT, Scope.API)
                .onlyOnce()
                .attributes(
                        AttributeSpec.of("error-variable-name", Type.STRING, "Variable that takes the errors."),
                        AttributeSpec.of(
                                        "default-odata-version",
                                        Type.STRING,
                                        "Version of a request that has no OData-Version.")
                                .or("4.0"),
                        AttributeSpec.of("min-odata-version", Type.STRING, "Oldest version that is taken."),
                        AttributeSpec.of("max-odata-version", Type.STRING, "Newest version that is taken."),
                        AttributeSpec.of("max-size", Type.INTEGER, "Bytes of a body.")
                                .between(0, Integer.MAX_VALUE));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Integer size = context.literal(element, "max-size", Integer.class);
        if (size != null) {
            context.reads(BodyUse.REQUEST);
        }
        ODataVersion assumed = version(element, "default-odata-version", context);
        return new ValidateODataRequest(
                context.literal(element, "error-variable-name", String.class),
                assumed == null ? new ODataVersion(4, "0") : assumed,
                version(element, "min-odata-version", context),
                version(element, "max-odata-version", context),
                size,
                model);
    }

    private static @Nullable ODataVersion version(PolicyElement element, String name, CompileContext context) {
        String text = context.literal(element, name, String.class);
        Optional<ODataVersion> version = text == null ? Optional.empty() : ODataVersion.of(text);
        if (text != null && version.isEmpty()) {
            context.error(
                    element.attribute(name).orElseThrow().position(),
                    "attribute '" + name + "' of <" + element.name()
                            + ">: expected a version such as 4.0 or 4.01, found '" + text + "'");
        }
        return version.orElse(null);
    }
}
