"""How gunicorn serves the site; WEB_CONCURRENCY is read by gunicorn itself."""

import os

bind = "0.0.0.0:8000"
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))

# Heartbeats in memory: on a slow disk they would look like hanging workers.
worker_tmp_dir = "/dev/shm"  # noqa: S108  (memory, private to the container)
control_socket_disable = True

# Longer than the proxy keeps an idle connection (60 s), so that it never meets a
# closed one.
keepalive = 75
timeout = 60
graceful_timeout = 15

# Workers are renewed now and then, not all at once.
max_requests = 2000
max_requests_jitter = 200

# No address, no user agent, no query: nothing in the log tells who read what.
accesslog = "-"
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s B %(M)s ms'


def on_starting(server) -> None:
    """Leave out of the log that the stack asks every few seconds whether we live."""
    server.log.access_log.addFilter(lambda record: record.args.get("U") != "/healthz")
