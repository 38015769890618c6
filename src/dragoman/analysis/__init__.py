"""What it adds up to: pure functions over the entries of a ledger."""

from dragoman.analysis.accounts import Account, account, account_of_part, concerns, may_be_cut
from dragoman.analysis.answers import Answers, Borrowings, Changes, Exposures, Forecasts, Quantities, Ties
from dragoman.analysis.balance import Balance, Triad, Turnabout, balance
from dragoman.analysis.balances import BalanceOn, Balances, Shift, ShiftedSide, balances
from dragoman.analysis.behind import Behind, Known, place
from dragoman.analysis.borrowings import Borrowing, borrowings, of_document, of_publisher
from dragoman.analysis.branching import Branch, branches
from dragoman.analysis.changes import Change, changes
from dragoman.analysis.descent import Descent, Heard, Origin, descents
from dragoman.analysis.disputes import Dispute, FigureDispute
from dragoman.analysis.exposure import Exposure, Route, Share, Taken, exposures
from dragoman.analysis.figures import Figure, Reported
from dragoman.analysis.following import Replacement
from dragoman.analysis.forecasts import Forecast, Record, forecasts, record
from dragoman.analysis.frame import Frame
from dragoman.analysis.frames import Frames
from dragoman.analysis.links import Link, Links
from dragoman.analysis.network import Broker, Network, network, networks
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.analysis.one_a_day import one_a_day
from dragoman.analysis.prospects import Prospect
from dragoman.analysis.quantities import Measured, quantities
from dragoman.analysis.ranges import Range
from dragoman.analysis.rereading import Rereading
from dragoman.analysis.risk import AtRisk
from dragoman.analysis.scenario import Cut, Scenario
from dragoman.analysis.series import Cell, ChangePoint, Counted, Series, series
from dragoman.analysis.stretches import Stretch, Turn, is_ending
from dragoman.analysis.survey import Survey, survey
from dragoman.analysis.ties import Tie, outline, stands, ties
from dragoman.analysis.timeline import Row
from dragoman.analysis.told import Told
from dragoman.analysis.turning_days import turning_days
from dragoman.analysis.voices import Voice
from dragoman.analysis.whatif import Fallen, WhatIf, whatif

__all__ = [
    "Account",
    "Answers",
    "AtRisk",
    "Balance",
    "BalanceOn",
    "Balances",
    "Behind",
    "Borrowing",
    "Borrowings",
    "Branch",
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
    "Frames",
    "Heard",
    "Known",
    "Link",
    "Links",
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
    "Shift",
    "ShiftedSide",
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
    "account_of_part",
    "balance",
    "balances",
    "borrowings",
    "branches",
    "changes",
    "concerns",
    "descents",
    "exposures",
    "forecasts",
    "gathered",
    "is_ending",
    "may_be_cut",
    "network",
    "networks",
    "of_document",
    "of_publisher",
    "one_a_day",
    "outline",
    "place",
    "quantities",
    "record",
    "series",
    "stands",
    "survey",
    "ties",
    "turning_days",
    "whatif",
]
