package tracenova.local.demo;

/// What a person sends with, as its requests show it.
record Client(String userAgent, String country) {}
