"""A small cast: two organisations, two people and a release that they sign."""

import datetime as dt
import io
import itertools

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from PIL import Image

from pictures import store
from releases.document import apply, schema
from releases.models import Acknowledgement, Edition, Release
from releases.preflight import WARNING, blocking, findings_of
from releases.publishing import publish
from releases.role_names import PRESS_CHIEF

NOON = dt.datetime(2026, 5, 4, 4, 0, tzinfo=dt.UTC)  # noon in Hong Kong
_numbers = itertools.count(1)


def press_officer(username=None, *, may_publish=True):
    user = get_user_model().objects.create_user(
        username or f"officer{next(_numbers)}", is_staff=True
    )
    if may_publish:
        user.user_permissions.add(Permission.objects.get(codename="publish_release"))
    return user


def press_chief(username=None):
    user = press_officer(username, may_publish=False)
    user.groups.add(Group.objects.get(name=PRESS_CHIEF))
    return user


def writer(username=None):
    user = press_officer(username, may_publish=False)
    rights = ["view_release", "add_release", "change_release", "delete_release"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    return user


def image_bytes(colour="teal", size=(1200, 720), kind="JPEG", **options):
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind, **options)
    return buffer.getvalue()


def picture(colour="teal", **options):
    """A stored picture as a document names it."""
    row = store.add(image_bytes(colour, **options), name=colour)
    return schema.Picture(sha256=row.sha256, width=row.width, height=row.height)


ALICE = schema.Person(
    record="alice-chan",
    name={"zh-hant": "陳愛麗", "en": "Alice Chan"},
    honorific={"zh-hant": "博士", "en": "Dr"},
    job_title={"zh-hant": "主席", "en": "Chairman"},
    organisation={"zh-hant": "海角創新園", "en": "Cape Innovation Park"},
)
BOB = schema.Person(
    record="bob-lee",
    name={"zh-hant": "李柏", "en": "Bob Lee"},
    honorific={"zh-hant": "先生", "en": "Mr"},
    job_title={"zh-hant": "行政總裁", "en": "Chief Executive Officer"},
    organisation={"zh-hant": "北極星生物", "en": "Polestar Bio"},
)


def document(slug="park-and-polestar-sign", *, pictures=(), **changes):
    """A joint release whole, in two languages. ``pictures`` become its figures."""
    quote = schema.Quote(
        key="q1",
        speaker=ALICE,
        lead_in={"zh-hant": "海角創新園主席陳愛麗博士表示：", "en": "Dr Alice Chan said: "},
        words={"zh-hant": "今日是新的一步。", "en": "Today is a new step."},
    )
    figures = [
        schema.Figure(
            key=f"fig{number}",
            picture=shown,
            alt_text={"zh-hant": "兩人握手", "en": "Two people shake hands"},
            caption={"zh-hant": "簽署儀式", "en": "The signing ceremony"},
            credit={"zh-hant": "海角創新園", "en": "Cape Innovation Park"},
        )
        for number, shown in enumerate(pictures, start=1)
    ]
    whole = schema.Document(
        slug=slug,
        languages=["zh-hant", "en"],
        headline={"zh-hant": "海角創新園與北極星合作", "en": "Cape Park and Polestar join forces"},
        sub_headline={"zh-hant": "推動生物科技", "en": "A push for biotechnology"},
        key_points=[schema.KeyPoint(key="kp1", text={"zh-hant": "首次合作", "en": "A first"})],
        dateline=schema.Dateline(
            city={"zh-hant": "香港", "en": "HONG KONG"}, date=dt.date(2026, 5, 4)
        ),
        organisations=[
            schema.Organisation(
                key="org1", record="cape-park", role="host", name=ALICE.organisation
            ),
            schema.Organisation(
                key="org2", record="polestar", role="partner", name=BOB.organisation
            ),
        ],
        topics=[
            schema.Topic(
                key="top1",
                record="life-science",
                name={"zh-hant": "生命科學", "en": "Life science"},
            )
        ],
        body=[
            schema.TextBlock(
                key="p1",
                html={
                    "zh-hant": "<p>雙方今日簽署備忘錄。</p>",
                    "en": "<p>A memorandum was signed.</p>",
                },
            ),
            quote,
            *figures,
        ],
        signatories=[schema.Signatory(key="sig1", person=ALICE)],
        witnesses=[schema.Witness(key="wit1", person=BOB)],
        boilerplates=[
            schema.Boilerplate(
                key="bp1",
                record="cape-park-2026",
                organisation=ALICE.organisation,
                text={
                    "zh-hant": "海角創新園成立於二〇〇一年。",
                    "en": "Cape Innovation Park was founded in 2001.",
                },
                website="https://www.cape.example",
            )
        ],
        media_contacts=[
            schema.MediaContact(
                key="mc1",
                record="carol",
                organisation=ALICE.organisation,
                name={"zh-hant": "黃小姐", "en": "Carol Wong"},
                phones=[schema.Phone(number="+85225550123", extension="7")],
                emails=["carol@cape.example"],
            ),
            schema.MediaContact(
                key="mc2",
                organisation=BOB.organisation,
                name={"zh-hant": "戴先生", "en": "Dan Tai"},
                emails=["dan@polestar.example"],
            ),
        ],
    )
    return schema.replace(whole, **changes)


def only_in(language, value):
    """The document with the words of one language, going out in that language."""
    return schema.replace(schema.in_languages(value, [language]), languages=[language])


def draft(value=None, **changes) -> Release:
    return apply(value or document(**changes))


def published(value=None, *, at=NOON, by=None, **changes) -> Edition:
    by = by or press_officer()
    return publish(release=acknowledged(draft(value, **changes), by=by), by=by, at=at)


def acknowledged(release, *, by) -> Release:
    """A draft whose every warning somebody has looked at, past the screens."""
    rows = [
        Acknowledgement(
            release=release,
            check_id=finding.id,
            digest=finding.digest,
            acknowledged_at=NOON,
            acknowledged_by=by,
        )
        for finding in blocking(findings_of(release))
        if finding.level == WARNING
    ]
    # The same slip twice in one paragraph is one question.
    Acknowledgement.objects.bulk_create(rows, ignore_conflicts=True)
    return release
