package tracenova.management;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import tracenova.account.SignIns;
import tracenova.account.SignIns.SignIn;

/// Issues and checks access tokens: signed by one algorithm with a key of ours, whatever a token says of itself, and
/// good only while its sign-in and the version of its account are.
@Singleton
@Replaces(TokenValidator.class)
class AccessTokens implements TokenValidator<HttpRequest<?>> {

    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ISSUER = "tracenova";
    private static final List<String> AUDIENCE = List.of("management");
    private static final int LONGEST = 2_048;

    private final SigningSecret secret;
    private final SignIns signIns;
    private final InstantSource clock;

    AccessTokens(SigningSecret secret, SignIns signIns, InstantSource clock) {
        this.secret = secret;
        this.signIns = signIns;
        this.clock = clock;
    }

    String issue(SignIn signIn) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER).audience(AUDIENCE).subject(signIn.account().id())
                .issueTime(Date.from(now)).notBeforeTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("sid", signIn.id())
                .claim("ver", signIn.account().version())
                .build();
        var key = secret.keys().getFirst();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(), claims);
        try {
            token.sign(new MACSigner(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return token.serialize();
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
        return caller(token).<Publisher<Authentication>>map(Publishers::just).orElseGet(Publishers::empty);
    }

    private Optional<Caller> caller(String token) {
        try {
            return token.length() > LONGEST ? Optional.empty() : verified(SignedJWT.parse(token)).flatMap(this::caller);
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<JWTClaimsSet> verified(SignedJWT jwt) throws ParseException, JOSEException {
        var header = jwt.getHeader();
        var key = secret.keys().stream().filter(known -> known.id().equals(header.getKeyID())).findFirst();
        boolean ours = key.isPresent() && JWSAlgorithm.HS256.equals(header.getAlgorithm())
                && isWrittenAsOursIs(jwt.getSignature()) && jwt.verify(new MACVerifier(key.get().bytes()));
        return ours ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
    }

    /// Base64 can be written in more than one way.
    private static boolean isWrittenAsOursIs(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    private Optional<Caller> caller(JWTClaimsSet claims) {
        boolean good = ISSUER.equals(claims.getIssuer()) && AUDIENCE.equals(claims.getAudience())
                && isNow(claims) && claims.getSubject() != null
                && claims.getClaim("sid") instanceof String && claims.getClaim("ver") instanceof Long;
        if (!good) {
            return Optional.empty();
        }
        var signIn = (String) claims.getClaim("sid");
        return signIns.find(claims.getSubject(), signIn, (Long) claims.getClaim("ver"))
                .map(account -> new Caller(account, signIn));
    }

    private boolean isNow(JWTClaimsSet claims) {
        var now = clock.instant();
        return claims.getExpirationTime() != null && now.isBefore(instant(claims.getExpirationTime()))
                && claims.getNotBeforeTime() != null && !now.isBefore(instant(claims.getNotBeforeTime()))
                && claims.getIssueTime() != null && !now.isBefore(instant(claims.getIssueTime()));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
