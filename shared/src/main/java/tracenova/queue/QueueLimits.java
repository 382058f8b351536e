package tracenova.queue;

import tracenova.aws.ClientLimits;

/// How long the queue's client of this function tries; tracking is impatient, the others are not.
public record QueueLimits(ClientLimits limits) {}
