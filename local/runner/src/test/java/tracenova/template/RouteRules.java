package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.event.Door;
import tracenova.event.EventType;
import tracenova.event.MixedDoor;

/// T02: the table of event types and the routes are the same list.
interface RouteRules {

    @Test
    default void T02_everyDoorHasItsFunctionAndTheReverse() {
        var doors = Stream.concat(
                Stream.of(EventType.values()), Stream.of(MixedDoor.values()))
                .map(Door::path).filter(path -> !path.isEmpty()).toList();
        var routes = Written.tracking().stream().flatMap(function -> function.routes().stream())
                .filter(route -> !route.endsWith("/")).map(route -> route.substring("ANY ".length())).toList();

        assertThat(routes).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(doors);
    }

    @Test
    default void T02_theDoorOfAnEventTypeIsTheFunctionOfItsName() {
        for (var type : EventType.values()) {
            if (!type.path().isEmpty()) {
                assertThat(Written.resource(functionOf(type.name())).routes()).contains("ANY " + type.path());
            }
        }
    }

    /// `SCREEN_VIEW` is `ScreenViewFunction`.
    private static String functionOf(String type) {
        var name = new StringBuilder();
        for (var word : type.split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name + "Function";
    }
}
