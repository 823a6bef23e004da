/** JSON Web Tokens: signatures verified, contents decrypted, keys found. Knows nothing of policies. */
@NullMarked
package dev.apim.core.jwt;

import org.jspecify.annotations.NullMarked;
