"""Training Rasa, and starting Rasa and the action server on loopback: what a conversation needs beside its front.

model = train(places)
with start(places, model) as running:
    running.rasa        # "http://127.0.0.1:40123", for bot.front.rasa
"""

from bot.processes.measuring import Meant, Measured, MeasureFailed, measure, read_messages
from bot.processes.places import Places
from bot.processes.running import Health, Running, start
from bot.processes.servers import StartFailed
from bot.processes.training import TrainingFailed, model_of, train
from bot.processes.watching import watched

__all__ = [
    "Health",
    "Meant",
    "MeasureFailed",
    "Measured",
    "Places",
    "Running",
    "StartFailed",
    "TrainingFailed",
    "measure",
    "model_of",
    "read_messages",
    "start",
    "train",
    "watched",
]
