#!/usr/bin/env python3
"""Compares the runner with its peers under load on the loopback interface. See README.md beside this file."""

import argparse
import os
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BACKEND, RUNNER, PUMP, NGINX, SPRING = 19090, 19091, 19092, 19093, 19094
TICKS = os.sysconf("SC_CLK_TCK")
KEY = secrets.token_hex(16)


def need(program, package):
    if shutil.which(program) is None:
        subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-yq", package], check=True, stdout=subprocess.DEVNULL)


def build():
    subprocess.run(
        ["mvn", "-B", "-q", "-DskipTests", "-Dspotless.check.skip", "-pl", "apim-runner,benchmarks", "-am", "package"],
        cwd=ROOT, check=True)
    subprocess.run([os.path.join(ROOT, "apim"), "--version"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        ["mvn", "-B", "-q", "-f", os.path.join(HERE, "peers/spring-cloud-gateway"), "package"], check=True)


class Peer:
    def __init__(self, name, port, command, path="/json", headers=(), environment=None):
        self.name, self.port, self.command = name, port, command
        self.path, self.headers, self.environment = path, list(headers), environment or {}
        self.process = None
        self.log = None

    def url(self):
        return f"http://127.0.0.1:{self.port}{self.path}"

    def start(self):
        began = time.monotonic()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=self.log, env={**os.environ, **self.environment})
        while time.monotonic() - began < 60:
            if self.process.poll() is not None:
                sys.exit(f"{self.name} ended: {self.said()}")
            try:
                request = urllib.request.Request(self.url(), headers=dict(self.headers))
                with urllib.request.urlopen(request, timeout=1) as answer:
                    if answer.status == 200 and len(answer.read()) == 1024:
                        return time.monotonic() - began
            except (OSError, urllib.error.URLError):
                time.sleep(0.005)
        sys.exit(f"{self.name} did not answer within a minute")

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()[-2000:]

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(35)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def pids(self):
        pids, found = [self.process.pid], [self.process.pid]
        while pids:
            out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pids.pop())], capture_output=True, text=True)
            children = [int(pid) for pid in out.stdout.split()]
            found += children
            pids += children
        return found

    def cpu(self):
        total = 0
        for pid in self.pids():
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory(self):
        total = 0
        for pid in self.pids():
            with open(f"/proc/{pid}/status") as status:
                total += int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
        return total / 1024

    def load(self, seconds, connections):
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
        for name, value in self.headers:
            command += ["-H", f"{name}: {value}"]
        before = self.cpu()
        out = subprocess.run(command + [self.url()], capture_output=True, text=True, check=True).stdout
        used = self.cpu() - before
        requests = int(re.search(r"(\d+) requests in", out).group(1))
        if requests == 0 or "Non-2xx" in out or "Socket errors" in out:
            sys.exit(f"{self.name} failed under load:\n{out}\n{self.said()}")
        p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
        factor = {"us": 0.001, "ms": 1, "s": 1000}[p99.group(2)]
        return {
            "cpu": used / requests * 1e6,
            "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
            "p99": float(p99.group(1)) * factor,
            "requests": requests,
        }


def nginx(folder, port, body):
    conf = os.path.join(folder, f"nginx-{port}.conf")
    with open(conf, "w") as out:
        out.write(
            f"daemon off; worker_processes 1; pid {folder}/nginx-{port}.pid; error_log {folder}/error-{port}.log;\n"
            "events { worker_connections 4096; }\n"
            f"http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/body-{port};\n"
            f"proxy_temp_path {folder}/proxy-{port}; fastcgi_temp_path {folder}/f-{port};\n"
            f"uwsgi_temp_path {folder}/u-{port}; scgi_temp_path {folder}/s-{port};\n" + body + "}\n")
    return ["nginx", "-p", folder, "-c", conf]


def peers(folder, classpath, loops):
    backend = Peer("backend", BACKEND, nginx(
        folder, BACKEND,
        f"server {{ listen 127.0.0.1:{BACKEND} reuseport backlog=4096; location / {{ default_type application/json; return 200 '{'x' * 1024}'; }} }}"))
    plain = Peer("nginx", NGINX, nginx(
        folder, NGINX,
        f"upstream b {{ server 127.0.0.1:{BACKEND}; keepalive 256; keepalive_requests 100000000; }}\n"
        f"server {{ listen 127.0.0.1:{NGINX} backlog=4096; location / {{ proxy_pass http://b; proxy_http_version 1.1; "
        "proxy_set_header Connection ''; } }"))
    java = ["java", "-XX:+UseSerialGC"]
    archive = os.path.join(ROOT, "apim-runner/target/apim-runner.jsa")
    shared = [f"-XX:SharedArchiveFile={archive}"] if os.path.exists(archive) else []
    runner = Peer(
        "runner", RUNNER,
        java + shared + ["-Xmx64m", "-jar", os.path.join(ROOT, "apim-runner/target/apim-runner.jar"), "run",
                "--config", os.path.join(HERE, "gateway"), "--host", "127.0.0.1", "--port", str(RUNNER),
                "--management-port", "-1"],
        "/load/json", [("Ocp-Apim-Subscription-Key", KEY)],
        {"APIM_LOAD_KEY": KEY, "APIM_LOAD_KEY_2": secrets.token_hex(16)})
    pump = Peer("vertx pump", PUMP, java + [
        "-Xmx64m", f"-Dloops={loops}", "-cp", classpath, "dev.apim.benchmarks.VertxPump", str(PUMP), str(BACKEND)])
    lib = os.path.join(HERE, "peers/spring-cloud-gateway/target")
    spring = Peer("spring cloud gateway", SPRING, ["java", "-Xmx256m", "-cp", f"{lib}/peer.jar:{lib}/lib/*", "peers.PassThrough",
                                                    str(SPRING), f"http://127.0.0.1:{BACKEND}"])
    return backend, [runner, pump, plain, spring]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10, help="interleaved rounds")
    parser.add_argument("--warm", type=int, default=1_000_000, help="requests before the first round")
    parser.add_argument("--seconds", type=int, default=5, help="length of one round for one peer")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--starts", type=int, default=11, help="how often start and first answer are timed")
    parser.add_argument("--skip-build", action="store_true")
    options = parser.parse_args()
    need("nginx", "nginx")
    need("wrk", "wrk")
    if not options.skip_build:
        build()
    classpath = os.path.join(ROOT, "benchmarks/target/classes") + ":" + os.path.join(ROOT, "benchmarks/target/lib/*")
    with tempfile.TemporaryDirectory() as folder:
        backend, field = peers(folder, classpath, os.cpu_count())
        backend.start()
        try:
            measure(field, options)
        finally:
            for peer in field:
                peer.stop()
            backend.stop()


def measure(field, options):
    starts = {}
    for peer in field:
        times = []
        for _ in range(options.starts if peer.name != "spring cloud gateway" else 3):
            times.append(peer.start())
            peer.stop()
        starts[peer.name] = statistics.median(times)
    for peer in field:
        peer.start()
        done = 0
        while done < options.warm:
            done += peer.load(10, options.connections)["requests"]
    rounds = {peer.name: [] for peer in field}
    for _ in range(options.pairs):
        for peer in field:
            rounds[peer.name].append(peer.load(options.seconds, options.connections))
    report(field, rounds, starts)


def report(field, rounds, starts):
    print(f"{'peer':22}{'cpu us/req':>12}{'req/s':>10}{'p99 ms':>9}{'RSS MiB':>9}{'start s':>9}")
    for peer in field:
        values = rounds[peer.name]
        median = {key: statistics.median(v[key] for v in values) for key in ("cpu", "rate", "p99")}
        print(f"{peer.name:22}{median['cpu']:12.1f}{median['rate']:10.0f}{median['p99']:9.2f}"
              f"{peer.memory():9.0f}{starts[peer.name]:9.2f}")
    for name, goal in (("vertx pump", 1.3), ("nginx", 2.0), ("spring cloud gateway", 0.4)):
        ratios = [a["cpu"] / b["cpu"] for a, b in zip(rounds["runner"], rounds[name])]
        print(f"runner / {name}: {statistics.median(ratios):.2f} (goal {goal}, "
              f"{min(ratios):.2f} to {max(ratios):.2f} over {len(ratios)} pairs)")


if __name__ == "__main__":
    main()
