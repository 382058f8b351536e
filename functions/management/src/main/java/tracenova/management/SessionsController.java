package tracenova.management;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tracenova.app.App;
import tracenova.session.SessionEvent;
import tracenova.session.SessionEvents;

/// The journey of one session, from the table itself.
@Controller("/api/v1/apps/{app_id}/sessions/{session}/timeline")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SessionsController {

    private final SessionEvents sessions;
    private final Cursors cursors;

    SessionsController(SessionEvents sessions, Cursors cursors) {
        this.sessions = sessions;
        this.cursors = cursors;
    }

    @Get
    @Audited("session.read")
    @Produces(MediaType.APPLICATION_JSON)
    String timeline(App app, @PathVariable("session") String id, Query query) {
        var list = app.workspace() + " " + app.id() + " timeline " + id;
        var after = query.cursor().map(cursor -> cursors.position(list, cursor));
        var events = sessions.of(app.id(), id);
        if (events.isEmpty()) {
            throw Refused.notFound();
        }
        var rest = after.map(position -> behind(events, position)).orElse(events);
        var page = rest.subList(0, Math.min(query.limit(), rest.size()));
        var next = page.size() < rest.size()
                ? Optional.of(cursors.of(list, position(page.getLast())))
                : Optional.<String>empty();
        return new Timeline(id, events).json(page, next);
    }

    private static String position(SessionEvent event) {
        return event.at() + " " + event.id();
    }

    private static List<SessionEvent> behind(List<SessionEvent> events, String position) {
        var at = Instant.parse(position.substring(0, position.indexOf(' ')));
        var id = position.substring(position.indexOf(' ') + 1);
        return events.stream()
                .filter(event -> event.at().isAfter(at) || event.at().equals(at) && event.id().compareTo(id) > 0)
                .toList();
    }
}
