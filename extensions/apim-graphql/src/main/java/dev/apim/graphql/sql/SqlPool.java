package dev.apim.graphql.sql;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.policy.PolicyServices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to one database: so many at most, used again while they are good, closed when nobody wants them. Work is done on the
 * gateway's workers; what finds no connection free waits without a thread. Thread-safe.
 */
final class SqlPool {
    private static final Logger LOG = LoggerFactory.getLogger(SqlPool.class);
    private static final int CONNECTIONS = 8;
    private static final int WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final ConnectionText where;
    private final Executor workers;
    private final Time time;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private int busy;
    private Cancellable sweep = Cancellable.none();

    SqlPool(ConnectionText where, PolicyServices services) {
        this.where = where;
        this.workers = services.workers();
        this.time = services.time();
    }

    /** What is done with a connection; it may block. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private record Job<T>(Work<T> work, @Nullable String token, CompletableFuture<T> done) {}

    /** Does work with one of the connections. The stage fails with {@link SqlFailure}. */
    <T> CompletionStage<T> run(Work<T> work) {
        return run(work, null);
    }

    /**
     * The same where a token opens connections.
     *
     * @param token in force now; a connection that is open already needs none
     */
    <T> CompletionStage<T> run(Work<T> work, @Nullable String token) {
        Job<T> job = new Job<>(work, token, new CompletableFuture<>());
        boolean begin;
        synchronized (this) {
            begin = busy < CONNECTIONS;
            if (begin) {
                busy++;
            } else if (waiting.size() >= WAITING) {
                job.done.completeExceptionally(new SqlFailure("too much waits for a connection to the database"));
            } else {
                waiting.add(job);
            }
        }
        if (begin) {
            dispatch(job);
        }
        return job.done;
    }

    private void dispatch(Job<?> job) {
        try {
            workers.execute(() -> perform(job));
        } catch (RejectedExecutionException e) {
            job.done.completeExceptionally(new SqlFailure("the gateway is busy"));
            next();
        }
    }

    private <T> void perform(Job<T> job) {
        Connection connection = null;
        try {
            connection = take(job.token);
            T result = job.work.with(connection);
            give(connection);
            job.done.complete(result);
        } catch (SQLException e) {
            LOG.debug("a statement failed: SQL state {}, code {}", e.getSQLState(), e.getErrorCode());
            close(connection);
            job.done.completeExceptionally(new SqlFailure("the database refused the statement (SQL state "
                    + e.getSQLState() + ", code " + e.getErrorCode() + ")"));
        } catch (RuntimeException e) {
            close(connection);
            job.done.completeExceptionally(e);
        } finally {
            next();
        }
    }

    private void next() {
        Job<?> job;
        synchronized (this) {
            job = waiting.poll();
            if (job == null) {
                busy--;
            }
        }
        if (job != null) {
            dispatch(job);
        }
    }

    private Connection take(@Nullable String token) throws SQLException {
        Connection kept = pollIdle();
        while (kept != null) {
            if (kept.isValid(1)) {
                return kept;
            }
            close(kept);
            kept = pollIdle();
        }
        if (DriverManager.drivers().noneMatch(driver -> accepts(driver, where.url()))) {
            throw new SqlFailure(where.missingDriver());
        }
        return DriverManager.getConnection(where.url(), where.properties(token));
    }

    private static boolean accepts(java.sql.Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private synchronized @Nullable Connection pollIdle() {
        return idle.pollLast();
    }

    private synchronized void give(Connection connection) {
        idle.addLast(connection);
        sweep.cancel();
        sweep = time.schedule(IDLE, this::closeIdle);
    }

    private void closeIdle() {
        List<Connection> old;
        synchronized (this) {
            old = new ArrayList<>(idle);
            idle.clear();
        }
        try {
            workers.execute(() -> old.forEach(SqlPool::close));
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                idle.addAll(old);
                sweep = time.schedule(IDLE, this::closeIdle);
            }
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection was not closed: SQL state {}", e.getSQLState());
        }
    }
}
