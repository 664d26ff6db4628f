"""Health check of the worker: does it still ask the database for work?

It asks every second, on a connection that carries the name in PGAPPNAME. While it is
busy with one long task it does not ask, so a task begun lately counts as well.
"""

import os

import psycopg

ASKED_WITHIN = "60 seconds"
TASK_BEGUN_WITHIN = "15 minutes"

ALIVE = """
SELECT EXISTS (
    SELECT 1 FROM pg_stat_activity
    WHERE application_name = %(name)s
      AND usename = current_user
      AND datname = current_database()
      AND pid <> pg_backend_pid()
      AND client_addr = inet_client_addr()
      AND greatest(query_start, state_change) > now() - %(asked)s::interval
) OR EXISTS (
    SELECT 1 FROM django_tasks_database_dbtaskresult
    WHERE status = 'RUNNING' AND started_at > now() - %(begun)s::interval
)
"""


def main() -> None:
    """End with status 0 if the worker was seen, 1 with a sentence if not."""
    name = os.environ["PGAPPNAME"]
    with psycopg.connect(
        os.environ["DATABASE_URL"],
        application_name=f"{name}-health",
        connect_timeout=4,
        autocommit=True,
    ) as connection:
        values = {"name": name, "asked": ASKED_WITHIN, "begun": TASK_BEGUN_WITHIN}
        row = connection.execute(ALIVE, values).fetchone()
    if not row or not row[0]:
        raise SystemExit(f"no worker has asked for work within {ASKED_WITHIN}")


if __name__ == "__main__":
    main()
