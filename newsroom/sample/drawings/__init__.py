"""The pictures of the sample newsroom, drawn in code: ``draw(name)`` gives their bytes.

One art direction: Hong Kong at dusk. Ink and deep teal carry the weight, coral and amber are the
light, pale mist is the air between. People have no faces, so they are nobody.
"""

from . import findings, people_at_work, places, water
from .logos import LOGOS, mark

FIGURES = {
    "building-section": places.building_section,
    "clinic-eye": findings.clinic_eye,
    "clinic-islands": water.clinic_islands,
    "competition-stage": people_at_work.competition_stage,
    "data-city": findings.data_city,
    "harbour-dusk": water.harbour_dusk,
    "kelp-robot": water.kelp_robot,
    "lab-bench": people_at_work.lab_bench,
    "market-arm": people_at_work.market_arm,
    "night-buoys": water.night_buoys,
    "park-dawn": places.park_dawn,
    "pool-lanes": water.pool_lanes,
    "quay-launch": water.quay_launch,
    "seabed-map": water.seabed_map,
    "seed-terrace": places.seed_terrace,
    "signing-table": people_at_work.signing_table,
    "solar-garden": places.solar_garden,
    "speaker-lab": people_at_work.speaker_lab,
    "speaker-quay": people_at_work.speaker_quay,
    "speaker-stage": people_at_work.speaker_stage,
    "stair-of-light": places.stair_of_light,
}

NAMES = (*FIGURES, *LOGOS)


def draw(name):
    """Return the bytes of a figure (JPEG) or of a logo (PNG) by its name."""
    if name in LOGOS:
        return mark(LOGOS[name])
    return FIGURES[name]().jpeg()
