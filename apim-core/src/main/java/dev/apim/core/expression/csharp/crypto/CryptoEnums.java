package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The enumerations of the family. */
final class CryptoEnums {
    static final EnumValue.Type CIPHER_MODE = of("CipherMode", false, "CBC", 1, "ECB", 2, "OFB", 3, "CFB", 4, "CTS", 5);
    static final EnumValue.Type PADDING_MODE =
            of("PaddingMode", false, "None", 1, "PKCS7", 2, "Zeros", 3, "ANSIX923", 4, "ISO10126", 5);
    static final EnumValue.Type RSA_PADDING_MODE = of("RSAEncryptionPaddingMode", false, "Pkcs1", 0, "Oaep", 1);
    static final EnumValue.Type RSA_SIGNATURE_MODE = of("RSASignaturePaddingMode", false, "Pkcs1", 0, "Pss", 1);
    static final EnumValue.Type OID_GROUP = of(
            "OidGroup",
            false,
            "All",
            0,
            "HashAlgorithm",
            1,
            "EncryptionAlgorithm",
            2,
            "PublicKeyAlgorithm",
            3,
            "SignatureAlgorithm",
            4,
            "Attribute",
            5,
            "ExtensionOrAttribute",
            6,
            "EnhancedKeyUsage",
            7,
            "Policy",
            8,
            "Template",
            9,
            "KeyDerivationFunction",
            10);
    static final EnumValue.Type CONTENT_TYPE = of(
            "X509Certificates.X509ContentType",
            false,
            "Unknown",
            0,
            "Cert",
            1,
            "SerializedCert",
            2,
            "Pfx",
            3,
            "Pkcs12",
            3,
            "SerializedStore",
            4,
            "Pkcs7",
            5,
            "Authenticode",
            6);
    static final EnumValue.Type NAME_TYPE = of(
            "X509Certificates.X509NameType",
            false,
            "SimpleName",
            0,
            "EmailName",
            1,
            "UpnName",
            2,
            "DnsName",
            3,
            "DnsFromAlternativeName",
            4,
            "UrlName",
            5);
    static final EnumValue.Type STORAGE_FLAGS = of(
            "X509Certificates.X509KeyStorageFlags",
            true,
            "DefaultKeySet",
            0,
            "UserKeySet",
            1,
            "MachineKeySet",
            2,
            "Exportable",
            4,
            "UserProtected",
            8,
            "PersistKeySet",
            16,
            "EphemeralKeySet",
            32);

    private CryptoEnums() {}

    private static EnumValue.Type of(String name, boolean flags, Object... namesAndNumbers) {
        Map<String, Long> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            members.put((String) namesAndNumbers[i], ((Number) namesAndNumbers[i + 1]).longValue());
        }
        return new EnumValue.Type(Crypto.NAMESPACE + name, Collections.unmodifiableMap(members), flags);
    }
}
