# syntax=docker/dockerfile:1
# The newsroom: one image for the server, the worker, backups and set-up.
# To pin the images by digest: --build-arg PYTHON=python:3.13-slim-trixie@sha256:… (docs/operators-guide.md)
ARG PYTHON=python:3.13-slim-trixie
ARG POSTGRES=postgres:18-trixie

FROM ${POSTGRES} AS postgres

# The packages, by their hashes. Wheels alone: nothing is compiled, here or in the result.
FROM ${PYTHON} AS packages
COPY requirements.lock /tmp/
RUN python -m venv /opt/newsroom && \
    /opt/newsroom/bin/pip install --no-cache-dir --require-hashes --only-binary=:all: --requirement /tmp/requirements.lock && \
    /opt/newsroom/bin/pip uninstall --yes pip

FROM ${PYTHON}
# What pg_dump needs beside its own libpq, which is found first in /usr/local/lib.
# hadolint ignore=DL3008
RUN apt-get update && \
    apt-get install --yes --no-install-recommends libpq5 && \
    rm -rf /var/lib/apt/lists/*
COPY --from=postgres /usr/lib/postgresql/18/bin/pg_dump /usr/lib/postgresql/18/bin/pg_restore /usr/local/bin/
COPY --from=postgres /usr/lib/*-linux-gnu/libpq.so.5* /usr/local/lib/
RUN ldconfig && pg_dump --version && pg_restore --version

COPY --from=packages /opt/newsroom /opt/newsroom
ENV PATH=/opt/newsroom/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ENV_FILE= \
    DJANGO_SETTINGS_MODULE=newsroom.settings \
    STATIC_ROOT=/srv/static \
    PICTURES_DIR=/data/pictures \
    BACKUPS_DIR=/data/backups \
    SOCKET=/run/newsroom/web.sock \
    LOG_FORMAT=json

WORKDIR /srv/newsroom
COPY manage.py LICENSE ./
COPY newsroom newsroom
COPY releases releases
COPY media_contacts media_contacts
COPY partners partners
COPY pictures pictures
COPY templates templates
COPY static static
COPY locale locale
COPY deploy/web deploy/web

# The folders that volumes are mounted on give them their owner.
RUN groupadd --gid 10001 newsroom && \
    useradd --uid 10001 --gid newsroom --no-create-home --shell /usr/sbin/nologin newsroom && \
    install --directory --owner=newsroom --group=newsroom /data/pictures /data/backups /run/newsroom && \
    SECRET_KEY=only-while-static-files-are-collected DATABASE_URL=postgres://nobody@nowhere/none \
    python manage.py collectstatic --no-input --verbosity 0 && \
    python -m compileall -q newsroom releases media_contacts partners pictures

USER 10001:10001
CMD ["deploy/web"]
HEALTHCHECK --interval=10s --timeout=12s --start-period=60s --start-interval=1s \
    CMD ["python", "-m", "newsroom.ask", "/tmp/serving.sock", "/health/ready"]
