package tracenova.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracenova.event.UserAgents;
import tracenova.event.Code;
import tracenova.ingest.ChunkJson;
import tracenova.ingest.Verdicts;
import tracenova.ingest.Verdicts.Rejection;
import tracenova.testkit.Examples;

class NormaliserTest {

    @Test
    void aFirstChunkCarriesTheVerdictsOfItsRequest() {
        var rejected = new LinkedHashMap<Integer, Rejection>();
        rejected.put(2, new Rejection(Code.WRONG_TYPE, "/events/2/user_id", ""));
        rejected.put(4, new Rejection(Code.REQUIRED, "/events/4/type", ""));
        rejected.put(5, new Rejection(Code.REQUIRED, "/events/5/type", ""));

        var receipt = Rows.receipt(Optional.of(new Verdicts(6, 0, Set.of(1), rejected)));

        assertThat(receipt).isEqualTo("{\"kind\":\"receipt\",\"chunk\":\"2026-01-31T12#3/sess_8f14e45f#batch-1#0\","
                + "\"received_at\":\"2026-01-31T12:00:00.250Z\",\"received_hour\":\"2026-01-31T12\",\"app_id\":\"shop\","
                + "\"request\":\"request-1\",\"batch_id\":\"batch-1\",\"n\":1,\"first\":true,\"positions\":6,\"stored\":2,"
                + "\"duplicates\":1,\"rejected\":\"{\\\"required\\\":2,\\\"wrong_type\\\":1}\"}");
    }

    @Test
    void aLaterChunkSaysOnlyWhatItHolds() {
        assertThat(Rows.receipt(Optional.empty())).endsWith("\"n\":1,\"first\":false}");
    }

    @Test
    void theSameChunkAlwaysBecomesTheSameLines() {
        for (var name : Examples.names()) {
            var chunk = Rows.chunk(Examples.path(name), Examples.body(name));
            var again = ChunkJson.read(ChunkJson.write(chunk));

            assertThat(Normaliser.lines(Rows.KEY, again, Optional.empty()))
                    .isEqualTo(Normaliser.lines(Rows.KEY, chunk, Optional.empty()));
        }
    }

    @Test
    void everyLineIsOneLine() {
        var lines = Rows.linesOf("/api/v1/track", "{\"type\":\"a\\n\\u2028\\\"b\\u0000\",\n\"x\":\n1}");

        assertThat(lines).singleElement().asString().doesNotContain("\n").contains("a\\n\u2028\\\"b\\u0000");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"
                + "|Chrome|Windows|desktop",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91"
                + "|Edge|Windows|desktop",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1"
                + "|Safari|iOS|mobile",
        "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/120.0 Mobile/15E148 Safari/604.1"
                + "|Chrome|iOS|tablet",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36"
                + "|Chrome|Android|mobile",
        "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Safari/537.36"
                + "|Samsung Internet|Android|tablet",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_4) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15|Safari|macOS|desktop",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0|Firefox|Linux|desktop",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|Bot|-|bot",
        "okhttp/4.12.0|okhttp|Android|mobile", "Shop/4.12 iOS|-|iOS|mobile", "curl/8.5.0|curl|-|-", "''|-|-|-"})
    void aUserAgentBecomesItsFamilies(String agent, String browser, String os, String device) {
        assertThat(UserAgents.parse(agent)).isEqualTo(new UserAgents(browser, os, device));
    }
}
