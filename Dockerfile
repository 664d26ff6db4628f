# The image of web, worker and migrate: one build, three commands (docker-compose.yml).

# --- packages: a virtual environment made of hashed wheels only, so that nothing is compiled
FROM python:3.13-slim-trixie AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements/base.txt /tmp/requirements.txt
RUN python -m venv --without-pip /opt/venv \
    && pip --python /opt/venv/bin/python install \
       --no-cache-dir --require-hashes --only-binary=:all: --requirement /tmp/requirements.txt

# --- application: the source with its static files collected, hashed and compressed
FROM packages AS application
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY . .
# The two values serve this one command; the running container must bring its own.
RUN SECRET_KEY=used-only-while-collecting-the-static-files-of-this-image \
    ALLOWED_HOSTS=localhost \
    python manage.py collectstatic --noinput \
    && python -m compileall -q -j 0 . \
    && mkdir -p var/media

# --- final: no pip cache, no build tools, nothing that its user may write but var/media
FROM python:3.13-slim-trixie
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings \
    WEB_CONCURRENCY=2
RUN groupadd --system --gid 10001 citewell \
    && useradd --system --uid 10001 --gid citewell --home-dir /app --no-create-home \
       --shell /usr/sbin/nologin citewell
COPY --from=packages /opt/venv /opt/venv
COPY --from=application /app /app
WORKDIR /app
RUN chown citewell:citewell var/media
USER 10001:10001
EXPOSE 8000
VOLUME /app/var/media
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "deploy/health_web.py"]
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "config.wsgi:application"]
