# Two stages: everything is installed, the models are inside, and nothing is fetched at run time.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/communique
COPY requirements.lock ./
RUN /opt/communique/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph_schema graph_schema
COPY ingest ingest
COPY app app
RUN /opt/communique/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data communique \
 && install -d -o communique -g communique /data
COPY --from=build /opt/communique /opt/communique
ENV PATH=/opt/communique/bin:$PATH HOME=/data COMMUNIQUE_DATA=/data PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# Fails here, and not on somebody's machine, where the shipped models do not read a sentence.
RUN --network=none printf 'Test\n\nThe minister said that trade must stay open.\n' \
 | communique extract --format jsonl - | grep -q 'trade must stay open'
USER communique
WORKDIR /data
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["communique"]
CMD ["serve", "--host", "0.0.0.0"]
