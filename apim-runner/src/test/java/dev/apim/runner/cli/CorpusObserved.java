package dev.apim.runner.cli;

import dev.apim.http.Headers;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call came to, however it was made.
 *
 * @param text the response's body
 * @param sent what backends got, in order
 */
record CorpusObserved(int status, String reason, Headers headers, String text, List<Sent> sent) {
    private static final String SENT = "\nsent:\n";
    private static final String LINE = "  ";
    private static final String INDENT = "      ";

    /** What a backend got. */
    record Sent(String method, String url, Headers headers, String body) {
        @Override
        public String toString() {
            return method + " " + url;
        }
    }

    /** Read from what {@code apim call --sent} prints. */
    static CorpusObserved of(String printed) {
        int body = printed.indexOf("\n\n") + 2;
        int sent = printed.lastIndexOf(SENT);
        List<String> head = printed.substring(0, body).lines().toList();
        String[] status = head.get(0).split(" ", 3);
        String text = printed.substring(body, Math.max(body, sent));
        return new CorpusObserved(
                Integer.parseInt(status[1]),
                status.length > 2 ? status[2] : "",
                fields(head.subList(1, head.size()), ""),
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text,
                sent(printed.substring(sent + SENT.length()).lines().toList()));
    }

    private static List<Sent> sent(List<String> lines) {
        List<Sent> sent = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= lines.size() && from < lines.size(); i++) {
            if (i == lines.size()
                    || lines.get(i).startsWith(LINE) && !lines.get(i).startsWith(INDENT)) {
                sent.add(one(lines.subList(from, i)));
                from = i;
            }
        }
        return sent;
    }

    private static Sent one(List<String> lines) {
        String[] first = lines.get(0).strip().split(" ", 2);
        int empty = lines.indexOf("");
        int head = empty < 0 ? lines.size() : empty;
        List<String> body = new ArrayList<>();
        lines.subList(Math.min(head + 1, lines.size()), lines.size())
                .forEach(line -> body.add(line.substring(INDENT.length())));
        return new Sent(first[0], first[1], fields(lines.subList(1, head), INDENT), String.join("\n", body));
    }

    private static Headers fields(List<String> lines, String indent) {
        Headers headers = new Headers();
        for (String line : lines) {
            if (!line.isEmpty()) {
                String[] field = line.substring(indent.length()).split(": ?", 2);
                headers.add(field[0], field[1]);
            }
        }
        return headers;
    }
}
