package tracenova.tracking;

import io.micronaut.crac.OrderedResource;
import jakarta.inject.Singleton;
import org.crac.Context;
import org.crac.Resource;
import tracenova.ingest.Rehearsal;

/// What SnapStart calls around its snapshot: classes are loaded before. Ids, salts and keys of real requests are never
/// in it, because none has come yet; a connection is given up by the clock, which moves on more than its five seconds.
@Singleton
class Priming implements OrderedResource {

    private final Rehearsal rehearsal;

    Priming(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearsal.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
