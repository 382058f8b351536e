package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void pointsWhereTheCallerFoundIt() {
        assertThat(Ids.check(Json.ofText(""), "")).map(Violation::pointer).contains("");
        assertThat(Ids.check(Json.ofText(" "), "/batch_id")).map(Violation::pointer).contains("/batch_id");
        assertThat(Ids.check(Json.of("true"), "/batch_id")).map(Violation::code).contains(Code.WRONG_TYPE);
    }

    @Test
    void takesTextAndIntegers() {
        assertThat(Ids.check(Json.ofText("a b"), "")).isEmpty();
        assertThat(Ids.check(Json.of("42"), "")).isEmpty();
    }
}
