# The whole image builds, as it has the C compiler that the reading of figures takes; the slim one runs.
FROM python:3.11.14-bookworm AS build
ENV VENV=/opt/figurecheck PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 HATCH_BUILD_HOOK_ENABLE_MYPYC=1
WORKDIR /src
COPY locks/build.txt locks/runtime.txt locks/
RUN python -m venv "$VENV" \
    && "$VENV/bin/pip" install --require-hashes --requirement locks/runtime.txt \
    && "$VENV/bin/pip" install --require-hashes --requirement locks/build.txt --no-compile --target tools
COPY pyproject.toml README.md LICENSE ./
COPY rules rules
COPY service service
RUN PYTHONPATH="$PWD/tools" "$VENV/bin/pip" wheel --no-build-isolation --no-deps --wheel-dir dist . \
    && "$VENV/bin/pip" install --no-deps --no-index dist/*.whl

FROM python:3.11.14-slim-bookworm
RUN groupadd --system --gid 10001 figurecheck \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --create-home figurecheck
COPY --from=build /opt/figurecheck /opt/figurecheck
ENV PATH=/opt/figurecheck/bin:$PATH PYTHONUNBUFFERED=1 FIGURECHECK_DATABASE=sqlite:////data/corpus.db
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
ENTRYPOINT ["figurecheck"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
