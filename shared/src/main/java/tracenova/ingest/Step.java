package tracenova.ingest;

import java.util.Optional;

/// One step of [Ingest]: adds to the intake, or refuses the request.
@FunctionalInterface
interface Step {

    Optional<Problem> take(Intake intake);
}
