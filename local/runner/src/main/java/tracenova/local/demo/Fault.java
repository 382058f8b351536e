package tracenova.local.demo;

import java.util.List;

/// Something that goes wrong in the demo's code, at one place of it.
record Fault(String kind, String message, String file, int line, String severity, List<String> stack) {

    static final List<Fault> WEB = List.of(
            new Fault("TypeError", "Cannot read properties of undefined (reading 'price')", "cart.js", 214, "error",
                    List.of("total (cart.js:214:17)", "render (cart.js:171:9)", "update (store.js:58:5)")),
            new Fault("NetworkError", "Failed to fetch", "search.js", 88, "warning",
                    List.of("query (search.js:88:21)", "onInput (search.js:41:3)")),
            new Fault("RangeError", "Invalid time value", "delivery.js", 37, "error",
                    List.of("Date.toISOString (<anonymous>)", "slots (delivery.js:37:30)", "open (address.js:19:7)")),
            new Fault("ResizeError", "ResizeObserver loop completed with undelivered notifications", "gallery.js", 12,
                    "info", List.of("observe (gallery.js:12:11)")),
            new Fault("QuotaExceededError", "The quota has been exceeded", "storage.js", 23, "warning",
                    List.of("put (storage.js:23:18)", "remember (history.js:66:5)")));

    static final List<Fault> MOBILE = List.of(
            new Fault("TypeError", "undefined is not an object (evaluating 'item.images[0]')", "Gallery.tsx", 61,
                    "error", List.of("Gallery (Gallery.tsx:61:24)", "renderItem (ProductDetail.tsx:140:12)")),
            new Fault("SyncError", "The saved cart is older than the one on the server", "sync.ts", 102, "warning",
                    List.of("merge (sync.ts:102:9)", "onOnline (sync.ts:33:5)")),
            new Fault("PermissionDenied", "Camera access was refused", "Scanner.tsx", 28, "info",
                    List.of("open (Scanner.tsx:28:11)")),
            new Fault("TokenError", "The sign-in expired while the app was in the background", "session.ts", 77,
                    "warning", List.of("refresh (session.ts:77:13)", "onResume (session.ts:21:5)")));

    static final Fault PAYMENT = new Fault("PaymentError", "Card authorisation timed out", "checkout.js", 214, "error",
            List.of("authorise (checkout.js:214:15)", "submitPayment (checkout.js:171:9)"));

    static final Fault CRASH = new Fault("OutOfMemory", "Failed to allocate 24 MB for an image", "Gallery.tsx", 61,
            "critical", List.of("decode (ImageDecoder.kt:88)", "load (Gallery.kt:61)", "onDraw (GalleryView.kt:142)"));

    /// As browsers and phones print it.
    String trace() {
        return kind + ": " + message + "\n    at " + String.join("\n    at ", stack);
    }
}
