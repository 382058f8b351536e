package tracenova.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// What a sign-in gives. A browser has the refresh token in a cookie and never sees it.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Tokens(String accessToken, String tokenType, long expiresIn, @Nullable String refreshToken, UserView user) {}
