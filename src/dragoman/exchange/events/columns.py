"""The columns of the tables of events that others keep, in their order."""

from __future__ import annotations

from typing import Final

_SIDES: Final = tuple(
    f"{side} Name|{side} Country|{side} COW|Primary {side} Sector|{side} Sectors|{side} Title|{side} Name Raw|"
    f"Wikipedia {side} ID"
    for side in ("Actor", "Recipient")
)
#: POLECAT, with a header.
POLECAT: Final[tuple[str, ...]] = tuple(
    f"Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|{'|'.join(_SIDES)}|Placename|City|"
    "District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|"
    "Story People|Story Organizations|Story Locations|Language|Version".split("|")
)
_ACTORS: Final = " ".join(
    f"Actor{one}{name}"
    for one in "12"
    for name in (
        "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
        "Type1Code Type2Code Type3Code".split()
    )
)
_PLACES: Final = " ".join(
    f"{of}Geo_{name}"
    for of in ("Actor1", "Actor2", "Action")
    for name in "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
)
#: GDELT 2.0 events, without a header.
GDELT: Final[tuple[str, ...]] = tuple(
    f"GLOBALEVENTID SQLDATE MonthYear Year FractionDate {_ACTORS} IsRootEvent EventCode EventBaseCode EventRootCode "
    f"QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone {_PLACES} DATEADDED SOURCEURL".split()
)
#: GDELT 1.0 events, which name no districts.
GDELT_1: Final = tuple(name for name in GDELT if not name.endswith("ADM2Code"))
#: GDELT 2.0 mentions, without a header.
MENTIONS: Final[tuple[str, ...]] = tuple(
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID "
    "Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone "
    "MentionDocTranslationInfo Extras".split()
)
#: ICEWS, with a header.
ICEWS: Final[tuple[str, ...]] = tuple(
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"
    "Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|"
    "Longitude".split("|")
)
#: ACLED, with a header.
ACLED: Final[tuple[str, ...]] = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split()
)
