package tracenova.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.validator.TokenValidator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// S13: what an access token must be.
class TokenTest {

    private final Sandbox sandbox = new Sandbox();
    private final String good = sandbox.register("ada@example.com");
    private final SigningSecret.Key key = sandbox.bean(SigningSecret.class).keys().getFirst();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void S13_aTokenIsShortLivedAndSaysWhoseAndWhichSignInItIs() throws Exception {
        var token = SignedJWT.parse(good);

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getJWTClaimsSet().getClaims()).containsOnlyKeys(
                "iss", "aud", "exp", "nbf", "iat", "sub", "sid", "ver");
        assertThat(status(good)).isEqualTo(200);
        sandbox.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(status(good)).isEqualTo(200);
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertThat(status(good)).isEqualTo(401);
    }

    @Test
    void oneValidatorDecidesAndItIsOurs() {
        assertThat(sandbox.context.getBeansOfType(TokenValidator.class)).singleElement()
                .isInstanceOf(AccessTokens.class);
    }

    @Test
    void B132_anUnsignedTokenIsNone() throws Exception {
        var claims = good.split("\\.")[1];
        for (var alg : List.of("none", "None", "NONE", "")) {
            var header = encoded("{\"alg\":\"" + alg + "\",\"kid\":\"" + key.id() + "\"}");
            assertThat(status(header + "." + claims + ".")).as(alg).isEqualTo(401);
            assertThat(status(header + "." + claims + "." + good.split("\\.")[2])).as(alg).isEqualTo(401);
        }
    }

    @Test
    void B133_theHeaderDecidesNothing() throws Exception {
        var claims = SignedJWT.parse(good).getJWTClaimsSet();
        assertThat(status(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()), claims))).isEqualTo(200);

        assertThat(status(signed(new JWSHeader.Builder(JWSAlgorithm.HS384).keyID(key.id()), claims, longKey())))
                .isEqualTo(401);
        for (var kid : List.of("", "../../etc/passwd", "https://evil.example/key", "x".repeat(10_000))) {
            assertThat(status(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid), claims))).isEqualTo(401);
        }
        assertThat(status(signed(new JWSHeader.Builder(JWSAlgorithm.HS256), claims))).as("no kid").isEqualTo(401);
        var evil = "an-other-secret-that-is-long-enough".getBytes(StandardCharsets.UTF_8);
        assertThat(status(signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id())
                .jwkURL(URI.create("https://evil.example/jwks")), claims, evil))).isEqualTo(401);
    }

    @Test
    void B134_everyClaimMustHold() throws Exception {
        var later = Date.from(sandbox.clock.instant().plusSeconds(3_600));
        var wrong = new LinkedHashMap<String, UnaryOperator<JWTClaimsSet.Builder>>();
        wrong.put("expired", claims -> claims.expirationTime(Date.from(sandbox.clock.instant())));
        wrong.put("never expires", claims -> claims.expirationTime(null));
        wrong.put("not yet", claims -> claims.notBeforeTime(later));
        wrong.put("issued later", claims -> claims.issueTime(later));
        wrong.put("no time", claims -> claims.issueTime(null).notBeforeTime(null));
        wrong.put("other issuer", claims -> claims.issuer("evil"));
        wrong.put("no issuer", claims -> claims.issuer(null));
        wrong.put("other audience", claims -> claims.audience("live"));
        wrong.put("more audiences", claims -> claims.audience(List.of("management", "live")));
        wrong.put("unknown subject", claims -> claims.subject("nobody"));
        wrong.put("no subject", claims -> claims.subject(null));
        wrong.put("other sign-in", claims -> claims.claim("sid", "other"));
        wrong.put("no sign-in", claims -> claims.claim("sid", null));
        wrong.put("sign-in of another kind", claims -> claims.claim("sid", 5));
        wrong.put("older version", claims -> claims.claim("ver", 0));
        wrong.put("newer version", claims -> claims.claim("ver", 2));
        wrong.put("version as text", claims -> claims.claim("ver", "1"));
        var claims = SignedJWT.parse(good).getJWTClaimsSet();
        assertThat(status(resigned(new JWTClaimsSet.Builder(claims)))).isEqualTo(200);

        for (var each : wrong.entrySet()) {
            var token = resigned(each.getValue().apply(new JWTClaimsSet.Builder(claims)));
            assertThat(status(token)).as(each.getKey()).isEqualTo(401);
        }
    }

    @Test
    void B135_aTokenHasThreePartsAndOneOfEachClaim() throws Exception {
        var parts = good.split("\\.");
        for (var token : List.of("", ".", "..", parts[0] + "." + parts[1], good + ".x.y", good + "x", good + "=",
                "x" + good, parts[0] + "." + parts[1] + "x." + parts[2], "x".repeat(10_000))) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        for (var forged : List.of(payload.replace("{", "{\"sub\":\"somebody\","), payload.replaceFirst("}$",
                ",\"ver\":1}"), payload + " x", payload + payload)) {
            assertThat(status(signedText(forged))).as(forged).isEqualTo(401);
        }
        assertThat(status(signedText(payload))).isEqualTo(200);
    }

    @Test
    void B128_B136_nothingElseIsACredential() {
        var app = sandbox.send(Request.post("/api/v1/apps", "{\"name\":\"Shop\",\"platform\":\"Web\"}").bearer(good));
        var me = Request.of("GET", "/api/v1/me");

        assertThat(sandbox.send(me.bearer(app.text("api_key"))).status()).isEqualTo(401);
        assertThat(sandbox.send(me.with("x-api-key", app.text("api_key"))).status()).isEqualTo(401);
        assertThat(sandbox.send(me.cookie("JWT=" + good)).status()).isEqualTo(401);
        assertThat(sandbox.send(me.cookie("access_token=" + good)).status()).isEqualTo(401);
        assertThat(sandbox.send(Request.of("GET", "/api/v1/me?access_token=" + good)).status()).isEqualTo(401);
        assertThat(sandbox.send(me.with("authorization", good)).status()).isEqualTo(401);
        assertThat(sandbox.send(me.with("authorization", "Basic " + good)).status()).isEqualTo(401);
        assertThat(sandbox.send(me.with("authorization", "Bearer " + good + ",Bearer " + good)).status())
                .isEqualTo(401);
    }

    private int status(String token) {
        return statusAt(sandbox, token);
    }

    private static int statusAt(Sandbox one, String token) {
        return one.send(Request.of("GET", "/api/v1/me").bearer(token)).status();
    }

    private Answer me(String token) {
        return sandbox.send(Request.of("GET", "/api/v1/me").bearer(token));
    }

    private String resigned(JWTClaimsSet.Builder claims) throws Exception {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()), claims.build());
    }

    private String signed(JWSHeader.Builder header, JWTClaimsSet claims) throws Exception {
        return signed(header, claims, key.bytes());
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, byte[] secret) throws Exception {
        var token = new SignedJWT(header.build(), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    /// A payload that no library would write, with a signature that holds.
    private String signedText(String payload) throws Exception {
        var content = encoded("{\"alg\":\"HS256\",\"kid\":\"" + key.id() + "\"}") + "." + encoded(payload);
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(key.bytes(), "HmacSHA256"));
        return content + "." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] longKey() {
        return new String(key.bytes(), StandardCharsets.UTF_8).repeat(2).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
