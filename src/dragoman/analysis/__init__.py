"""What it adds up to: pure functions over the entries of a ledger."""

from dragoman.analysis.accounts import Account, account, concerns
from dragoman.analysis.answers import Answers, Changes, Exposures, Forecasts, Quantities, Ties
from dragoman.analysis.balance import Balance, Triad, Turnabout, balance
from dragoman.analysis.changes import Change, changes
from dragoman.analysis.descent import Descent, Heard, Origin, descents
from dragoman.analysis.disputes import Dispute, FigureDispute
from dragoman.analysis.exposure import Exposure, Route, Share, Taken, exposures
from dragoman.analysis.figures import Figure, Reported
from dragoman.analysis.forecasts import Forecast, Record, forecasts, record
from dragoman.analysis.frame import Frame
from dragoman.analysis.network import Broker, Link, Network, network
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.analysis.one_a_day import one_a_day
from dragoman.analysis.prospects import Prospect
from dragoman.analysis.quantities import Measured, quantities
from dragoman.analysis.ranges import Range
from dragoman.analysis.rereading import Rereading
from dragoman.analysis.scenario import Cut, Scenario
from dragoman.analysis.series import Cell, ChangePoint, Counted, Series, series
from dragoman.analysis.stretches import Stretch, Turn, is_ending
from dragoman.analysis.survey import Survey, survey
from dragoman.analysis.ties import Tie, stands, ties
from dragoman.analysis.timeline import Row
from dragoman.analysis.told import Told
from dragoman.analysis.voices import Voice
from dragoman.analysis.whatif import AtRisk, Fallen, Replacement, WhatIf, whatif

__all__ = [
    "Account",
    "Answers",
    "AtRisk",
    "Balance",
    "Broker",
    "Cell",
    "Change",
    "ChangePoint",
    "Changes",
    "Counted",
    "Cut",
    "Descent",
    "Dispute",
    "Exposure",
    "Exposures",
    "Fallen",
    "Figure",
    "FigureDispute",
    "Forecast",
    "Forecasts",
    "Frame",
    "Heard",
    "Link",
    "Measured",
    "Network",
    "Occurrence",
    "Origin",
    "Prospect",
    "Quantities",
    "Range",
    "Record",
    "Replacement",
    "Reported",
    "Rereading",
    "Route",
    "Row",
    "Scenario",
    "Series",
    "Share",
    "Stretch",
    "Survey",
    "Taken",
    "Tie",
    "Ties",
    "Told",
    "Triad",
    "Turn",
    "Turnabout",
    "Voice",
    "WhatIf",
    "account",
    "balance",
    "changes",
    "concerns",
    "descents",
    "exposures",
    "forecasts",
    "gathered",
    "is_ending",
    "network",
    "one_a_day",
    "quantities",
    "record",
    "series",
    "stands",
    "survey",
    "ties",
    "whatif",
]
