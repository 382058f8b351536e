package tracenova.testkit.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tracenova.testkit.badinput.BadInput.Exchange;

/// Collects cases; each gets a name of its own, which its events take as their id.
final class Cases {

    final Keys keys;
    private final List<BadInput> all = new ArrayList<>();

    Cases(Keys keys) {
        this.keys = keys;
    }

    List<BadInput> all() {
        return all;
    }

    /// The name of the next case.
    String id(String row) {
        return row + "-" + all.size();
    }

    void add(String row, Wire sent, Expected expected) {
        add(row, new Exchange(sent, expected));
    }

    void add(String row, Exchange... exchanges) {
        all.add(new BadInput(id(row), List.of(exchanges)));
    }

    void add(String row, Place place, String body, Expected expected) {
        add(row, Wire.post(place.path, keys.live(), body), expected);
    }

    /// An event with these further members is taken as it is.
    void taken(String row, Place place, String more) {
        var event = place.event(id(row), more);
        add(row, place, place.document(event), Expected.accepted(event));
    }

    /// So is a plain event, however it comes.
    void taken(String row, Place place, UnaryOperator<Wire> change) {
        var event = place.event(id(row));
        add(row, change.apply(Wire.post(place.path, keys.live(), place.document(event))), Expected.accepted(event));
    }

    /// An event with these further members is refused.
    void invalid(String row, Place place, String more, String code, String pointer) {
        add(row, place, place.document(place.event(id(row), more)), Expected.invalid(code, place.pointer(pointer)));
    }
}
