package tracenova.scrub;

import java.util.Locale;

/// Queries without their data: every literal and comment becomes `?`, tables and columns stay (CQ-D27).
final class SqlText {

    private final String sql;
    private final StringBuilder out;
    private int at;
    private String lastWord = "";

    private SqlText(String sql) {
        this.sql = sql;
        this.out = new StringBuilder(sql.length());
    }

    static String withoutLiterals(String sql) {
        return new SqlText(sql).read();
    }

    private String read() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' && !isName()) {
                literal(quotedEnd(c));
            } else if (c == '"' || c == '`') {
                copy(quotedEnd(c));
            } else if (c == '#' || sql.startsWith("--", at)) {
                copy(c == '#' ? at + 1 : at + 2);
                literal(orEnd(sql.indexOf('\n', at), 0));
            } else if (sql.startsWith("/*", at)) {
                copy(at + 2);
                literal(orEnd(sql.indexOf("*/", at), 0));
                copy(Math.min(at + 2, sql.length()));
            } else if (c == '$' && dollarTag() > 0) {
                literal(orEnd(sql.indexOf(sql.substring(at, dollarTag()), dollarTag()), dollarTag() - at));
            } else if (Chars.isDigit(c)) {
                literal(numberEnd());
            } else if (Chars.isWord(c) || c == '_' || c == '$' || c == ':' || c == '@') {
                word();
            } else {
                copy(at + 1);
            }
        }
        return out.toString();
    }

    private void literal(int end) {
        if (end > at) {
            out.append('?');
        }
        at = end;
        lastWord = "";
    }

    private void copy(int end) {
        var text = sql.substring(at, end);
        out.append(text);
        at = end;
        lastWord = text.isBlank() ? lastWord : text.toLowerCase(Locale.ROOT);
    }

    private void word() {
        int end = at + 1;
        while (end < sql.length() && (Chars.isWord(sql.charAt(end)) || "_$".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        var word = sql.substring(at, end);
        boolean prefix = end < sql.length() && sql.charAt(end) == '\'';
        if (prefix || word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            at = prefix ? end : at;
            literal(prefix ? quotedEnd('\'') : end);
        } else {
            copy(end);
        }
    }

    /// After the closing quote; a doubled quote does not close. Databases disagree about a backslash before a
    /// quote, so it hides all that follows.
    private int quotedEnd(char quote) {
        for (int i = at + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                boolean doubled = i + 1 < sql.length() && sql.charAt(i + 1) == quote;
                if (!doubled) {
                    return sql.charAt(i - 1) == '\\' ? sql.length() : i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    /// A double-quoted word beside a dot, or after a keyword that names a table, is a name in most databases.
    private boolean isName() {
        int end = quotedEnd('"');
        boolean dot = end < sql.length() && sql.charAt(end) == '.' || at > 0 && sql.charAt(at - 1) == '.';
        return dot || switch (lastWord) {
            case "from", "join", "into", "update", "table" -> true;
            default -> false;
        };
    }

    private int dollarTag() {
        int end = at + 1;
        while (end < sql.length() && (Chars.isWord(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        boolean tag = end < sql.length() && sql.charAt(end) == '$'
                && (end == at + 1 || !Chars.isDigit(sql.charAt(at + 1)));
        return tag ? end + 1 : -1;
    }

    private int numberEnd() {
        int end = at;
        while (end < sql.length() && (Chars.isWord(sql.charAt(end)) || sql.charAt(end) == '.' || sign(end))) {
            end++;
        }
        return end;
    }

    private boolean sign(int i) {
        char c = sql.charAt(i);
        return (c == '+' || c == '-') && i > at && (sql.charAt(i - 1) | 32) == 'e';
    }

    private int orEnd(int found, int width) {
        return found < 0 ? sql.length() : found + width;
    }
}
