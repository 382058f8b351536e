package tracenova.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static tracenova.scrub.Scrubs.activity;
import static tracenova.scrub.Scrubs.error;
import static tracenova.scrub.Scrubs.masked;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    @Test
    void returnsTheVeryTextWhenNothingMatches() {
        var event =
                "{ \"type\" : \"page_view\", \"n\":1.50e+2, \"s\":\"\\u00e9\\/\", \"url\":\"https://a.example/p?x=1\" }";

        assertThat(activity(event)).isEqualTo(new Scrubbed(event, false, false, false));
        assertThat(activity(event).json()).isSameAs(event);
    }

    @Test
    void changesNothingButTheMaskedValues() {
        var scrubbed = activity("{ \"a\":\"\\u00e9\",\"password\" : \"x\" ,\"n\":1.50, \"b\":\"p=1&token=z\"}");

        assertThat(scrubbed.json())
                .isEqualTo(
                        "{ \"a\":\"\\u00e9\",\"password\" : \"[masked]\" ,\"n\":1.50, \"b\":\"p=1&token=[masked]\"}");
        assertThat(scrubbed.masked()).isTrue();
    }

    @Test
    void masksNumbersObjectsAndListsUnderSensitiveNames() {
        assertThat(activity("{\"pin\":1234,\"cvv\":[1,{\"a\":\"]\"}],\"auth\":{\"u\":\"}\"},\"n\":-0.5}").json())
                .isEqualTo("{\"pin\":\"[masked]\",\"cvv\":\"[masked]\",\"auth\":\"[masked]\",\"n\":-0.5}");
    }

    @Test
    void leavesTrueFalseNullAndEmptyUnderSensitiveNames() {
        var event = "{\"two_factor\":true,\"otp\":false,\"token\":null,\"secret\":\"\"}";

        assertThat(activity(event).json()).isSameAs(event);
    }

    @Test
    void masksTheAppsOwnNames() {
        assertThat(activity("{\"houseCode\":\"42b\"}").json()).isEqualTo("{\"houseCode\":\"[masked]\"}");
    }

    @Test
    void keepsTheFamiliesOfAUserAgentAndNotTheAgent() {
        var agent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36";

        var scrubbed = activity("{\"user_agent\":\"" + agent + "\",\"a\":{\"user_agent\":\"MyApp\"}}");

        assertThat(scrubbed).isEqualTo(new Scrubbed(
                "{\"user_agent\":\"Chrome, macOS, desktop\",\"a\":{\"user_agent\":\"MyApp\"}}", false, false, false));
        assertThat(activity(scrubbed.json()).json()).isSameAs(scrubbed.json());
        assertThat(activity("{\"user_agent\":\"Thing/1.0\"}").json()).isEqualTo("{\"user_agent\":\"unknown\"}");
    }

    @Test
    void readsNamesThroughTheirEscapes() {
        assertThat(activity("{\"pass\\u0077ord\":\"x\"}").json()).isEqualTo("{\"pass\\u0077ord\":\"[masked]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "AUTHOR", "secretary", "passwordless", "passwordLess", "tokenizer", "tokens",
        "opinion", "pinned", "cookies", "authored_by", "compass_word", "token_count", "authMethod", "cookie_consent"})
    void leavesNamesThatOnlyLookAlike(String name) {
        assertThat(SensitiveNames.standard().matches(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pAsSwOrD", "db.password", "userPassword2", "X-Amz-Security-Token", "APIKey", "MYSQL_PWD",
        "user[password]", "csrfToken", "OTP", "secret_key", "password_confirmation"})
    void findsNamesInAnySpelling(String name) {
        assertThat(SensitiveNames.standard().matches(name)).isTrue();
    }

    @Test
    void keepsIdsApart() {
        var a = activity("{\"session_id\":\"4111111111111111\"}").json();
        var b = activity("{\"session_id\":\"5500005555555559\"}").json();

        assertThat(a).matches("\\{\"session_id\":\"masked_[A-Za-z0-9_-]{22}\"}").isNotEqualTo(b);
        assertThat(activity("{\"session_id\":\"4111111111111111\"}").json()).isEqualTo(a);
        assertThat(activity("{\"payload\":{\"session_id\":\"4111111111111111\"}}").json()).contains("[masked]");
    }

    @Test
    void keepsAPersonTheSameInEveryFamily() {
        var event = "{\"user_id\":\"jane@example.com\",\"message\":\"jane@example.com\"}";

        assertThat(activity(event).json()).isEqualTo(event);
        assertThat(error(event).json()).isEqualTo("{\"user_id\":\"jane@example.com\",\"message\":\"[masked]\"}");
    }

    @Test
    void scrubsAnIdAsTheEventHoldsIt() {
        var context = Scrubs.from(Scrubs.IPV4);
        for (var id : List.of("4111111111111111", "sess_1", "203.0.113.77", "198.51.100.9", "jane@example.com")) {
            var event = activity("{\"session_id\":\"" + id + "\"}").json();

            assertThat(event).isEqualTo("{\"session_id\":\"" + new Scrubber().scrubId(id, context) + "\"}");
            assertThat(new Scrubber().scrubId(id, Scrubs.from("192.0.2.1")))
                    .isEqualTo(new Scrubber().scrubId(id, context));
        }
    }

    @Test
    void keepsMaskedNamesApart() {
        var scrubbed = activity("{\"4111111111111111\":1,\"5500005555555559\":2}");

        assertThat(scrubbed.json()).matches("\\{\"masked_.{22}\":1,\"masked_.{22}\":2}");
    }

    @Test
    void masksMailAndAddressesInErrorsOnly() {
        var event = "{\"message\":\"jane.doe+x@example.co.uk from 198.51.100.9 and 2001:db8::1:9\"}";

        assertThat(activity(event).json()).isSameAs(event);
        assertThat(error(event).json()).isEqualTo("{\"message\":\"[masked] from [masked] and [masked]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version 1.2.3.4", "v1.2.3.4", "lib-1.2.3.4.jar", "Chrome/120.0.0.0 Safari/537.36",
        "render@main.jsbundle:12:5", "handler@https://a.example/app.js:1:2", "at std::vec::Vec", "12:34:56",
        "lodash@4.17.21", "Abc::Dead::beef", "a.b@c", "@babel/core"})
    void leavesWhatOnlyLooksLikeMailOrAddress(String text) {
        var event = "{\"message\":\"" + text + "\"}";

        assertThat(error(event).json()).isEqualTo(event);
    }

    @Test
    void leavesVersionsUnderTheirName() {
        var event = "{\"app_version\":\"1.2.3.4\",\"release\":\"web@1.2.3.4\"}";

        assertThat(error(event).json()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, ip=203.0.113.77;", "203.0.113.77, ::ffff:203.0.113.77", "203.0.113.77, ::FFFF:cb00:714d",
        "2001:db8:4:1f::7, 2001:0DB8:0004:001f:0:0:0:7", "2001:db8:4:1f::7, [2001:db8:4:1f::7]:443",
        "2001:db8:4:1f::7, ?ip=2001%3Adb8%3A4%3A1f%3A%3A7", "2001:db8:4:1f::7, from:2001:db8:4:1f::7.",
        "::ffff:203.0.113.77, 203.0.113.77"})
    void masksTheSendersAddressInAnySpelling(String sender, String text) {
        var event = "{\"message\":\"" + text + "\"}";

        var scrubbed = new Scrubber().scrub(event, "custom", false, Scrubs.from(sender));

        assertThat(scrubbed.json()).contains("[masked]").doesNotContain("113.77").doesNotContain("f::7")
                .doesNotContain("0:7").doesNotContain("714d").doesNotContain("3A7");
    }

    @Test
    void storesAddressFieldsAsTheirHash() {
        assertThat(activity("{\"ip_address\":\"198.51.100.9\",\"context\":{\"ipAddress\":\"2001:db8::9\"}}"))
                .isEqualTo(new Scrubbed(
                        "{\"ip_address\":\"hash-of-ip\",\"context\":{\"ipAddress\":\"hash-of-ip\"}}", false, false,
                        false));
    }

    @Test
    void storesTheIdentifierOfASecurityEventMaskedAndHashed() {
        var scrubbed = security("{\"user_identifier\":\"jane@example.com\",\"reason\":\"x\"}");

        assertThat(scrubbed)
                .matches("\\{\"user_identifier\":\"j…@e….com\",\"user_identifier_hash\":\".{22}\",\"reason\":\"x\"}");
        assertThat(security(scrubbed)).isSameAs(scrubbed);
    }

    @ParameterizedTest
    @CsvSource({"jane@a.AKIAIOSFODNN7CANARYQ,j…@a….…", "at jane@a.com (4111111111111111) x,a…@a….…",
        "j@localhost,j…@l…"})
    void showsNothingOfAnIdentifierThatIsNoAddress(String sent, String shown) {
        var scrubbed = security("{\"user_identifier\":" + Scrubs.quote(sent) + "}");

        assertThat(scrubbed).startsWith("{\"user_identifier\":\"" + shown + "\",");
        assertThat(security(scrubbed)).isSameAs(scrubbed);
    }

    @Test
    void doesNotLetAClientNameItsOwnHash() {
        var scrubbed = security("{\"user_identifier_hash\":\"forged\",\"user_identifier\":\"jane\"}");

        assertThat(scrubbed).matches(
                "\\{\"masked_.{22}\":\"forged\",\"user_identifier\":\"j…\",\"user_identifier_hash\":\".{22}\"}");
        assertThat(security(scrubbed)).isSameAs(scrubbed);
    }

    private static String security(String event) {
        return new Scrubber().scrub(event, "security_event", true, Scrubs.from("")).json();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "SELECT * FROM t1 WHERE name = 'O''Hara' AND age > 41.5e-3|SELECT * FROM t1 WHERE name = ? AND age > ?",
        "SELECT \"id\" FROM \"users\" WHERE x = \"jane\"|SELECT ? FROM \"users\" WHERE x = ?",
        "SELECT \"users\".\"id\" FROM `a b` WHERE id = $1|SELECT \"users\".\"id\" FROM `a b` WHERE id = $1",
        "x = N'jane' AND y = 0xFF AND z = $tag$it's$tag$ OR true|x = ? AND y = ? AND z = ? OR ?",
        "a = 'C:\\' AND b = 'secret'|a = ?",
        "a /* it's */ = 'secret' -- don't|a /*?*/ = ? --?",
        "a = 'open|a = ?",
        "IN (1,-2, 3)|IN (?,-?, ?)",
        "UPDATE a SET password = 'x', token='y' WHERE (secret=$1)|UPDATE a SET password = ?, token=? WHERE (secret=[masked]",
        "SELECT AKIAIOSFODNN7CANARYQ FROM a|SELECT [masked] FROM a"})
    void keepsQueriesWithoutTheirLiterals(String sent, String stored) {
        var event = "{\"query\":" + Scrubs.quote(sent) + "}";

        var scrubbed = new Scrubber().scrub(event, "db_error", true, Scrubs.from(""));

        assertThat(scrubbed.json()).isEqualTo("{\"query\":" + Scrubs.quote(stored) + "}");
        assertThat(new Scrubber().scrub(scrubbed.json(), "db_error", true, Scrubs.from("")).json())
                .isEqualTo(scrubbed.json());
    }

    @Test
    void repairsBrokenCharacters() {
        assertThat(activity("{\"message\":\"a\\ud83d\",\"\\ude00x\":\"\ud83d\",\"ok\":\"\\ud83d\\ude00\"}"))
                .isEqualTo(new Scrubbed(
                        "{\"message\":\"a\ufffd\",\"\ufffdx\":\"\ufffd\",\"ok\":\"\\ud83d\\ude00\"}", false, false,
                        true));
    }

    @Test
    void removesAValueWhoseRuleThrows() {
        var throwing = new ValueRule() {
            @Override
            public int signs() {
                return 0;
            }

            @Override
            public void find(Text text, Scope scope, Spans found) {
                if (text.toString().contains("boom")) {
                    throw new IllegalStateException("a bug");
                }
            }
        };

        var scrubbed = new Scrubber(List.of(throwing))
                .scrub("{\"a\":\"boom\",\"session_id\":\"boom\",\"b\":\"fine\"}", "custom", false, Scrubs.from(""));

        assertThat(scrubbed.json()).startsWith("{\"a\":\"[removed]\",\"session_id\":\"masked_")
                .endsWith("\"b\":\"fine\"}").doesNotContain("boom");
        assertThat(scrubbed.failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1112", "2026-01-31T12:00:00.000Z", "1763632800000",
        "123e4567-e89b-12d3-a456-426614174000",
        "btn_primary_checkout_form_submit", "if (token == null)", "token=null", "a/b?x=1&y=2", "git@github.com:a/b.git",
        "https://example.com:8080/a@b", "ssh://git@host/x", "DE89370400440532013001", "0.4111111111111111",
        "-----BEGIN CERTIFICATE-----", "eyJub3QgYSB0b2tlbg", "Unexpected token < in JSON at position 0",
        "Unexpected token: }", "Unexpected token ':'", "a token'=1", "4111111111111111a", "tn_live",
        "XAKIAIOSFODNN7EXAMPLEX", "x != secret", "5 cookies"})
    void leavesWhatOnlyLooksLikeASecret(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void masksOnlyTheSecretInsideAText() {
        var expected = Map.of(
                "paid with 4111 1111 1111 1111 12/27 ok", "paid with [masked] 12/27 ok",
                "to DE89 3704 0044 0532 0130 00, now", "to [masked], now",
                "curl -H 'Authorization: Bearer x' http://a", "curl -H 'Authorization: [masked]' http://a",
                "{\"pin\": 12, \"a\": 1}", "{\"pin\": [masked], \"a\": 1}",
                "{\"auth\":{\"u\":\"}\"},\"a\":1}", "{\"auth\":[masked],\"a\":1}",
                "jdbc://a:p/w@h/x", "jdbc://[masked]@h/x",
                "[password] => x", "[password] => [masked]");

        expected.forEach((sent, stored) -> assertThat(masked(sent)).isEqualTo(stored));
    }
}
