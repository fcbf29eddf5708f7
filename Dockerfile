# Two stages: everything is installed and the model is inside; nothing is fetched at run time.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/communique
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN /opt/communique/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY graph_schema graph_schema
COPY ingest ingest
COPY app app
RUN /opt/communique/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 communique && mkdir /data && chown communique /data
COPY --from=build /opt/communique /opt/communique
ENV PATH=/opt/communique/bin:$PATH COMMUNIQUE_DATA=/data PYTHONUNBUFFERED=1
USER communique
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["communique"]
CMD ["serve", "--host", "0.0.0.0"]
