package dev.apim.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a page of the guide shows: a path in the line ahead of a block is the block's name. */
public final class Guide {
    private static final Pattern FILE = Pattern.compile(
            "(?m)^[^\\n]*`([\\w./-]+/[\\w.-]+)`[^`\\n]*\\n\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Guide() {}

    /** Their texts, by path. */
    public static Map<String, String> filesOf(String page) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher file = FILE.matcher(Checkout.read(page));
        while (file.find()) {
            files.put(file.group(1), file.group(2));
        }
        return files;
    }
}
