package tracenova.conservation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tracenova.testkit.Json;
import tracenova.testkit.WireReply;

/// Products that differ from ours and keep every promise: a checker that finds fault with one is too strict.
/// There is no lease whose absence could be among them.
enum Equivalent {
    NO_SECOND_SEND_ON_A_DUPLICATE(Equivalent::noSecondSend),
    SDK_RETRIES_OFF(() -> new Mutant() {
        @Override
        boolean sdkRetries() {
            return false;
        }
    }),
    COMPACT_TWICE_AS_OFTEN(() -> new Mutant() {
        @Override
        int times(Role role) {
            return role == Role.COMPACT ? 2 : 1;
        }
    }),
    MESSAGES_IN_ORDER(() -> new Mutant() {
        @Override
        boolean inOrder() {
            return true;
        }
    });

    private final Supplier<Mutant> make;

    Equivalent(Supplier<Mutant> make) {
        this.make = make;
    }

    Mutant make() {
        return make.get();
    }

    private static Mutant noSecondSend() {
        return new Mutant() {
            @Override
            WireReply pass(Call call, Running running, Rest rest) throws IOException {
                if (!call.at().equals(Positions.SEND)) return rest.answer(call);
                var facts = running.world().facts();
                var body = new LinkedHashMap<>(Json.object(call.request().body()));
                var own = Json.<Map<String, Object>>list(body.get("Entries")).stream()
                        .filter(entry -> facts.isPutBy(running, Facts.chunkOf((String) entry.get("MessageBody"))))
                        .toList();
                if (own.size() == Json.list(body.get("Entries")).size()) return rest.answer(call);
                body.put("Entries", own);
                var reply = own.isEmpty() ? Mutants.allSent(call) : rest.answer(call.withBody(Json.bytes(body)));
                return reply.status() == 200 ? Mutants.allSent(call) : reply;
            }
        };
    }
}
