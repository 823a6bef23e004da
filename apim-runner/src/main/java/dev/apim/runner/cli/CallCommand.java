package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.core.Gateway;
import dev.apim.core.pipeline.Redactor;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.Url;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one request through a configuration. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = {
            "Run one request through a folder of artifacts, without a server, and print the response.",
            "",
            "Backends are called for real or, with --stub, answered from a JSON file: an object whose names are URL patterns",
            "('*' stands for anything) and whose values are responses: {\"status\", \"headers\", \"body\", \"delay\" in seconds} or an",
            "array of them, used up one after the other, the last again and again. Then no event goes to where its logger",
            "says, and --skip-waits goes through 'retry',",
            "'wait' and delays at once: when nothing else is left to do the clock goes on to the next timer. --sent shows what",
            "backends would have got."
        },
        footer = {
            "",
            "Example: apim call --config ./artifacts GET 'http://localhost/orders/1' -H 'Ocp-Apim-Subscription-Key: abc' --trace"
        })
final class CallCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "<dir>", description = "The folder of artifacts.")
    @Nullable
    Path config;

    @Parameters(index = "0", paramLabel = "METHOD", description = "The request's method.")
    String method = "";

    @Parameters(index = "1", paramLabel = "URL", description = "The URL a client would call.")
    String url = "";

    @Option(names = "-H", paramLabel = "<name: value>", description = "A field of the request.")
    List<String> fields = List.of();

    @Option(names = "-d", paramLabel = "<body>", description = "The request's body.")
    @Nullable
    String data;

    @Option(names = "--stub", paramLabel = "<file>", description = "Answers of the backends.")
    @Nullable
    Path stub;

    @Option(names = "--skip-waits", description = "Wait for no timer, the clock goes on instead; with --stub only.")
    boolean skipWaits;

    @Option(names = "--sent", description = "Print what was sent to backends; with --stub only.")
    boolean sent;

    @Option(names = "--trace", description = "Print what every policy did, and the events it wrote.")
    boolean trace;

    @Mixin
    FolderOptions folder = new FolderOptions();

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (config == null || spec == null) {
            throw new ApimException("--config is missing");
        }
        HttpRequest request = request();
        try (CallSetting setting = setting(spec.commandLine());
                Gateway running = setting.gateway().settings(gateway.settings()).build()) {
            FolderOptions.Opened opened = folder.open(config, setting.time(), Runnable::run);
            PrintWriter err = spec.commandLine().getErr();
            new LiveConfiguration(opened, () -> running).load().forEach(issue -> Apim.print(err, issue));
            setting.call().start(running, request);
            print(setting, running, spec.commandLine().getOut());
        }
        return 0;
    }

    private CallSetting setting(CommandLine command) {
        if (stub != null) {
            return skipWaits ? CallSetting.skippingWaits(stub) : CallSetting.stubbed(stub);
        }
        if (skipWaits || sent) {
            throw new CommandLine.ParameterException(
                    command,
                    (skipWaits ? "--skip-waits" : "--sent")
                            + " needs --stub <file>: backends that are called for real "
                            + (skipWaits ? "take their time" : "show what they got themselves"));
        }
        return CallSetting.real();
    }

    private void print(CallSetting setting, Gateway running, PrintWriter out) throws InterruptedException {
        LocalCall.Answer answer = setting.call().answer();
        new AnswerPrinter(out).print(answer);
        if (sent && setting.backends() instanceof StubFile file) {
            Redactor redactor = Objects.requireNonNull(running.snapshot()).redactor();
            out.println();
            out.println("sent:");
            file.sent().forEach(each -> each.print(out, redactor::text));
        }
        if (trace) {
            new TracePrinter(out).print(setting.call().trace());
            Redactor redactor = Objects.requireNonNull(running.snapshot()).redactor();
            setting.events().print(out, redactor::text);
        }
    }

    private HttpRequest request() {
        Url target;
        try {
            target = Url.parse(url.startsWith("/") ? "http://localhost" + url : url);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(), "URL: " + e.getMessage(), e);
        }
        Headers headers = new Headers();
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new CommandLine.ParameterException(
                        spec == null ? new CommandLine(this) : spec.commandLine(),
                        "-H takes 'name: value', found '" + field + "'");
            }
            headers.add(
                    field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip());
        }
        String host = headers.getOrDefault("Host", target.authority());
        if (!headers.contains("Host")) {
            headers.add("Host", host);
        }
        Body body = data == null ? Body.empty() : Body.of(data);
        if (data != null) {
            headers.set("Content-Length", Long.toString(body.length()));
        }
        return new HttpRequest(
                method, target.scheme(), host, rawTarget(target), "HTTP/1.1", "127.0.0.1", headers, body);
    }

    /** The target as it was typed, so that unusual paths can be tried. */
    private String rawTarget(Url parsed) {
        int authority = url.indexOf("://");
        int slash = url.startsWith("/") ? 0 : url.indexOf('/', authority + 3);
        return slash < 0 ? parsed.target() : url.substring(slash);
    }
}
