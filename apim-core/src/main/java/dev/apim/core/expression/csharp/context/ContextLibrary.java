package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ContextTypes;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.policy.Exchange;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code context} leads to: made of the same table that Jakarta EL reads. */
public final class ContextLibrary implements Library {
    /** What is read by way of the exchange, or nullable in the configuration, but a plain value in Azure's documentation. */
    private static final Set<String> ALWAYS_THERE = Set.of("CreatedDate", "RegistrationDate", "HttpErrorCode");

    /** It keeps no state. */
    public ContextLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        for (ContextType type : ContextTypes.all()) {
            if (!type.name().contains("<") && !type.name().equals("X509Certificate2")) {
                types.type(type.name(), Kind.CLASS, type.javaType(), builder -> define(type, builder));
            }
        }
        types.enumeration(ContextValues.PRODUCT_STATE);
        types.type("IUserIdentity", Kind.CLASS, dev.apim.model.User.Identity.class, ContextLibrary::identity);
        types.type(
                "ISubscriptionKeyParameterNames",
                Kind.CLASS,
                dev.apim.model.SubscriptionKeyParameterNames.class,
                ContextLibrary::keyNames);
        types.type("IPrivateEndpointConnection", Kind.CLASS, PrivateEndpoint.class, PrivateEndpoint::define);
        types.type("IAzureVnetInfo", Kind.CLASS, AzureVnet.class, AzureVnet::define);
        types.type("Jwt", Kind.CLASS, Jwt.class, JwtType::define);
        types.type("BasicAuthCredentials", Kind.CLASS, BasicAuthCredentials.class, BasicAuthCredentials::define);
        types.type("Authorization", Kind.CLASS, Authorization.class, Authorization::define);
        types.extensions("ContextExtensions", ContextExtensions::define);
    }

    private static void define(ContextType type, TypeBuilder builder) {
        builder.base("object");
        for (ContextMember member : type.members()) {
            if (member.kind() == ContextMember.Kind.PROPERTY) {
                property(type, member, builder);
            }
        }
        switch (type.name()) {
            case "IProxyRequestContext" ->
                builder.methodWith("void Trace(string message)", ContextExtensions::trace)
                        .methodWith("void Trace(string source, string message)", ContextExtensions::trace);
            case "IMessageBody" -> BodyReaders.define(builder);
            case "IUrl" -> UrlMembers.define(builder);
            case "IGraphQLDataObject" -> GraphQlFields.define(builder);
            default -> {
                // What it has is in the table.
            }
        }
    }

    private static void property(ContextType type, ContextMember member, TypeBuilder builder) {
        String nullable = member.nullable() && !ALWAYS_THERE.contains(member.name()) ? "?" : "";
        boolean isValue = Set.of("int", "DateTime", "TimeSpan", "bool")
                .contains(member.type().name());
        String signature = member.type().name() + (isValue ? nullable : "") + " " + member.name();
        ContextValues.Reading reading = ContextValues.reading(member.type());
        if (member.reader() instanceof ContextMember.Plain plain) {
            builder.property(signature, read(plain.function(), reading));
        } else if (member.reader() instanceof ContextMember.Number number) {
            Code.ToInt<Object> code = number.function()::applyAsInt;
            builder.property(signature, code);
        } else if (type.javaType() == Exchange.class) {
            builder.property(signature, (Exchange exchange) -> reading.of(member.read(exchange, exchange)));
        } else {
            builder.propertyOfExchange(signature, read(member, reading));
        }
    }

    private static Code.F1<Object> read(Function<Object, @Nullable Object> plain, ContextValues.Reading reading) {
        return reading == ContextValues.Reading.SAME ? plain::apply : target -> reading.of(plain.apply(target));
    }

    private static Code.OfExchange read(ContextMember member, ContextValues.Reading reading) {
        return reading == ContextValues.Reading.SAME
                ? member::read
                : (target, exchange) -> reading.of(member.read(target, exchange));
    }

    private static void identity(TypeBuilder type) {
        type.base("object")
                .property("string Id", (dev.apim.model.User.Identity identity) -> identity.id())
                .property("string Provider", (dev.apim.model.User.Identity identity) -> identity.provider());
    }

    private static void keyNames(TypeBuilder type) {
        type.base("object")
                .property("string Header", (dev.apim.model.SubscriptionKeyParameterNames names) -> names.header())
                .property("string Query", (dev.apim.model.SubscriptionKeyParameterNames names) -> names.query());
    }
}
