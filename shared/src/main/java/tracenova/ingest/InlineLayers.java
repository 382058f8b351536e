package tracenova.ingest;

import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import tracenova.aws.ClientLimits;
import tracenova.ingest.Answer.Layers;
import tracenova.normalise.Normaliser;
import tracenova.session.SessionIndex;

/// The OneVault body of `/track` is answered when all layers have seen it: what collect does later is done here
/// as well. Both ways done is once; a layer that fails is left to collect.
@Singleton
class InlineLayers {

    private static final String TRACK = "/api/v1/track";
    private static final String ONEVAULT = "ov";

    private final SessionIndex index;

    InlineLayers(SessionIndex index) {
        this.index = index;
    }

    boolean appliesTo(Intake intake) {
        return intake.request.path().equals(TRACK) && intake.batch.events().stream()
                .anyMatch(event -> event.views().stream().anyMatch(view -> view.source().equals(ONEVAULT)));
    }

    Layers run(List<StoredChunk> chunks, Deadline deadline) {
        var staging = false;
        try {
            for (var stored : chunks) {
                deadline.check();
                var chunk = stored.chunk();
                Normaliser.lines(stored.key(), chunk, stored.verdicts());
                staging = true;
                index.record(stored.key(), chunk, () -> deadline.within(ClientLimits.TABLE_INGEST));
            }
            return Layers.COMPLETED;
        } catch (SdkException e) {
            return new Layers(true, staging, false);
        }
    }
}
