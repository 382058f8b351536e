package tracenova.table;

import tracenova.aws.ClientLimits;

/// How long the tables' client of this function tries; tracking is impatient, the others are not.
public record TableLimits(ClientLimits limits) {}
