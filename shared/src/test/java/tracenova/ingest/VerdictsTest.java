package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tracenova.event.Code;
import tracenova.ingest.Verdicts.Rejection;

class VerdictsTest {

    @Test
    void everyPositionIsStoredOrRepeatsOrIsRejected() {
        var verdicts = new Verdicts(4, 1, Set.of(2), Map.of(3, new Rejection(Code.BLANK, "/events/3/name", "…")));

        assertThat(verdicts.isStored(0)).isTrue();
        assertThat(verdicts.isStored(2)).isFalse();
        assertThat(verdicts.rejection(3)).get().extracting(Rejection::code).isEqualTo(Code.BLANK);
        assertThat(verdicts.stored()).isEqualTo(3);
    }

    @Test
    void survivesJsonWithEveryCodeThereIs() {
        var rejected = new LinkedHashMap<Integer, Rejection>();
        for (var code : Code.values()) {
            rejected.put(rejected.size() * 2, new Rejection(code, "/events/1/\"a\\b", "one of: ü😀\u0000"));
        }
        var verdicts = new Verdicts(1_000, 3, Set.of(1, 3, 999), rejected);

        assertThat(Verdicts.parse(verdicts.toJson())).isEqualTo(verdicts);
    }

    @Test
    void saysLittleWhenAllIsWell() {
        assertThat(new Verdicts(1, 0, Set.of(), Map.of()).toJson()).isEqualTo("{\"n\":1}");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Verdicts.parse("{}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdicts.parse("{\"n\":1,\"rejected\":[[0,\"no_such_code\",\"\",\"\"]]}"));
    }
}
