package tracenova.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import tracenova.testkit.badinput.Answered;
import tracenova.testkit.badinput.Wire;

/// Puts requests on a socket byte by byte: no client library mends what should arrive broken.
final class RawHttp {

    private RawHttp() {}

    /// Sends the request on a connection of its own.
    static Answered send(int port, Wire wire) {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(written(wire));
            return read(socket.getInputStream().readAllBytes(), wire);
        } catch (IOException e) {
            throw new UncheckedIOException(wire.method() + " " + wire.path(), e);
        }
    }

    private static byte[] written(Wire wire) throws IOException {
        var head = new StringBuilder(wire.method() + " " + wire.path() + " HTTP/1.1\r\n");
        if (wire.header("host").isEmpty()) head.append("host: localhost\r\n");
        head.append("connection: close\r\ncontent-length: ").append(wire.body().length).append("\r\n");
        wire.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.write(wire.body());
        return bytes.toByteArray();
    }

    private static Answered read(byte[] answer, Wire wire) {
        var text = new String(answer, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) throw new AssertionError("no answer to " + wire.method() + " " + wire.path() + ": " + text);
        var lines = text.substring(0, end).split("\r\n");
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var pair = lines[i].split(": ?", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
        }
        var body = new String(answer, end + 4, answer.length - end - 4, StandardCharsets.UTF_8);
        return new Answered(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
