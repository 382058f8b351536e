package tracenova.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.id.Secrets;

class ApiKeyTest {

    private final ApiKey key = ApiKey.random(Secrets.system());

    @Test
    void S01_isPrefixIdSecretAndChecksum() {
        assertThat(key.text()).matches("tn_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}");
        assertThat(key.text()).contains("_" + key.id() + "_");
        assertThat(ApiKey.parse(key.text())).contains(key);
    }

    @Test
    void S01_isRandom() {
        var keys = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(ApiKey.random(Secrets.system()).text().substring(8, 50));
        }
        assertThat(keys).hasSize(1_000);
        // 32 letters of 62 are 190 bits.
        assertThat(Math.log(62) / Math.log(2) * 32).isGreaterThan(160);
    }

    @Test
    void S02_everyChangedLetterIsNoticedWithoutAsking() {
        for (int i = 0; i < key.text().length(); i++) {
            for (var other : new char[] {'a', 'B', '0', '_', '-', 'é', ' '}) {
                var changed = new StringBuilder(key.text());
                changed.setCharAt(i, other);
                if (!changed.toString().equals(key.text())) {
                    assertThat(ApiKey.parse(changed.toString())).as("letter %d", i).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tn_live_", "tn_live_________________________________________________",
        "tn_live_١٢٣٤٥٦٧٨_00000000000000000000000000000000_000000",
        "TN_LIVE_00000000_00000000000000000000000000000000_000000", "eyJhbGciOiJub25lIn0.e30."})
    void S02_refusesWhatIsNoKey(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }

    @Test
    void S02_refusesMoreAndLess() {
        assertThat(ApiKey.parse(key.text() + " ")).isEmpty();
        assertThat(ApiKey.parse(" " + key.text())).isEmpty();
        assertThat(ApiKey.parse(key.text().substring(1))).isEmpty();
        assertThat(ApiKey.parse(key.text().repeat(200))).isEmpty();
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(key).hasToString("tn_live_" + key.id() + "_…");
        assertThat(key.hash()).hasSize(64).doesNotContain(key.text().substring(17, 40));
    }
}
