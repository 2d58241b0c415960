"""Releases to fill a newsroom with: the same number makes the same release, on every machine.

About as long as real ones: some 1,900 Chinese characters and 950 English words, eight paragraphs,
four quotes, four pictures, two boilerplates, three media contacts. Invented throughout.
"""

import datetime as dt
import hashlib
import random

from releases.document import schema

from .names import name

LAST_DAY = dt.date(2026, 6, 30)
YEARS = 15
PER_ORGANISATION, PER_PERSON = 40, 12  # releases that come to each, about
TOPICS = 24

PLACES = "海角 東灣 青嶼 白石 沙洲 鹿湖 鯉門 馬灣 望角 松仔 藍塘 銀礦 蠔涌 烏溪 赤柱 黃竹 大潭 深灣 長沙 荔枝 銅鼓 北潭 南堂 西貢".split()
PLACES_EN = "Cape Eastbay Greenisle Whitestone Sandbar Deerlake Carpgate Horsebay Lookout Pinewood Bluepond Silvermine Oysterbrook Blackstream Redpillar Yellowbamboo Greatpool Deepbay Longsand Lychee Bronzedrum Northpool Southhall Westtribute".split()
TRADES = "生物科技 創新園 航運 能源 基金會 研究院 醫院 海洋保育 機械人 物流 藝術館 材料".split()
TRADES_EN = "Biotechnology,Innovation Park,Shipping,Energy,Foundation,Research Institute,Hospital,Marine Conservation,Robotics,Logistics,Arts Museum,Materials".split(
    ","
)
SURNAMES = "陳 李 張 黃 何 羅 鄭 梁 謝 許 馮 曾 蕭 蔡 潘 田 董 袁 余 葉 蔣 杜 蘇 魏 程 呂 丁 沈 任 姚 盧 傅 鍾 姜 崔 譚".split()
SURNAMES_EN = "Chan Lee Cheung Wong Ho Law Cheng Leung Tse Hui Fung Tsang Siu Choi Poon Tin Tung Yuen Yu Yip Cheung To So Ngai Ching Lui Ting Sum Yam Yiu Lo Fu Chung Keung Chui Tam".split()
GIVEN = "嘉 文 志 思 慧 俊 詠 家 美 偉 子 穎 建 雅 浩 佩 國 曉 永 芷 明 敏 朗 晴".split()
GIVEN_EN = "ka man chi sze wai chun wing kar mei wai tsz wing kin nga ho pui kwok hiu wing tsz ming man long ching".split()
JOBS = ["主席", "行政總裁", "科研總監", "總經理", "項目主管", "首席工程師"]
JOBS_EN = [
    "Chairman",
    "Chief Executive",
    "Director of Research",
    "General Manager",
    "Project Lead",
    "Chief Engineer",
]
SUBJECTS = "海藻林 光子晶片 疫苗 電動渡輪 潮汐發電 手術機械人 冷鏈運輸 開放數據 修復珊瑚 氫能巴士 智能浮標 樹木普查 青年實習 夜間航班 食水監測 古物修復 長者復康 碳排放 學校計劃 初創基金 雲端平台 衛星影像 稻米基因 隔音屏障 垃圾分類 聽力測試 海底電纜 風洞實驗 城市農場 無人機隊".split()
SUBJECTS_EN = "kelp forest,photonic chips,vaccines,electric ferries,tidal power,surgical robots,cold-chain transport,open data,coral restoration,hydrogen buses,smart buoys,a survey of trees,youth internships,night flights,monitoring of drinking water,conservation of antiquities,rehabilitation of older people,carbon emissions,a programme for schools,a fund for start-ups,a cloud platform,satellite images,rice genomes,noise barriers,sorting of waste,hearing tests,undersea cables,wind-tunnel tests,city farms,fleets of drones".split(
    ","
)
# What a sentence says: {o} an organisation, {p} the other, {s} a subject, {t} another, {n} a number, {m} a month.
SENTENCES = [
    (
        "{o}今日宣布與{p}簽署合作備忘錄，共同推動{s}的研究及應用",
        "{o} today announced a memorandum of understanding with {p} to advance research into {s}",
    ),
    (
        "計劃為期{n}個月，首階段將於{m}月展開，地點設於兩間機構的實驗室",
        "The project runs for {n} months and its first phase begins in month {m} at the laboratories of both",
    ),
    (
        "雙方會各自派出{n}名研究人員，並共用儀器、數據及試驗場地",
        "Each side will second {n} researchers and share instruments, data and test sites",
    ),
    (
        "{s}近年備受業界關注，但仍欠缺可供公眾查閱的長期紀錄",
        "{s} has drawn much attention in recent years, yet long records that the public can read are few",
    ),
    (
        "項目完成後，相關成果會以開放授權方式發布，供大專院校及中小企免費使用",
        "Once complete, the results will be published under an open licence for universities and small firms to use free of charge",
    ),
    (
        "過去{n}年，{p}在{t}方面累積了豐富經驗，足跡遍及區內多個城市",
        "Over the past {n} years {p} has gained wide experience of {t} in cities across the region",
    ),
    (
        "首批設備預計於{m}月運抵，安裝及測試需時約{n}日",
        "The first equipment is due in month {m}; installing and testing it will take about {n} days",
    ),
    (
        "參與的市民可透過網上平台登記，名額{n}個，先到先得",
        "Members of the public may register online for one of {n} places, first come, first served",
    ),
    (
        "團隊比較了{n}組樣本，發現{s}的表現較傳統方法理想",
        "The team compared {n} sets of samples and found that {s} performed better than the usual methods",
    ),
    (
        "為配合{t}的發展，{o}亦會增撥資源，改善現有設施的能源效益",
        "In step with the growth of {t}, {o} will also spend more on the energy efficiency of what it has",
    ),
    (
        "有關安排已諮詢附近居民及船家，並獲獨立委員會審視",
        "Nearby residents and boat owners were consulted, and an independent committee looked at the arrangements",
    ),
    (
        "{p}會為學生提供{n}個實習職位，涵蓋設計、測試及推廣",
        "{p} will offer students {n} internships in design, testing and outreach",
    ),
    (
        "預計每年可減少{n}公噸廢物，相當於{m}個泳池的容量",
        "It is expected to save {n} tonnes of waste a year, about {m} swimming pools full",
    ),
    (
        "評審準則包括創意、可行性及社會效益，結果將於{m}月公布",
        "Entries are judged on ideas, feasibility and benefit to society; results follow in month {m}",
    ),
    (
        "{o}與{p}自兩年前起就{t}交換意見，今次是首次正式合作",
        "{o} and {p} began to talk about {t} two years ago; this is their first formal partnership",
    ),
    (
        "所有數據均以匿名方式收集，並按私隱條例妥善保存",
        "All data is collected without names and kept as the privacy ordinance asks",
    ),
]
SAYINGS = [
    ("我們很高興與{p}攜手，把{s}由實驗室帶到日常生活", "We are glad to work with {p} and to bring {s} from the laboratory into daily life"),
    ("{s}不是一間機構可以獨力完成的事，合作才能走得更遠", "{s} is nothing that one institution can do alone; together we go further"),
    ("今次合作為年輕科研人員打開大門，我期待看到他們的成果", "This opens a door for young researchers, and I look forward to what they find"),
    ("我們會公開每一步的數據，讓大家一同檢視{t}的成效", "We shall publish the data of every step, so that all can judge how {t} turned out"),
    ("沒有前線同事多年來的堅持，就沒有今日的{s}", "Without years of persistence by colleagues at the front there would be no {s} today"),
]  # fmt: skip


def document(number: int, pool: list[schema.Picture] = ()) -> schema.Document:
    """Return release ``number`` as its draft holds it. ``pool`` are pictures whose files are there:
    the first releases show these, the others pictures of their own that nobody stored."""
    chance = random.Random(f"release {number}")
    hosts = [_organisation(number, place) for place in (0, 1)]
    people = [_person(number, place, hosts[place % 2]) for place in range(4)]
    subject, other = chance.sample(range(len(SUBJECTS)), 2)

    def say(templates):
        zh, en = chance.choice(templates)
        o, p = chance.sample(hosts, 2)
        numbers = {"n": chance.randint(2, 480), "m": chance.randint(1, 12)}
        return (
            zh.format(o=o.name["zh-hant"], p=p.name["zh-hant"], s=SUBJECTS[subject], t=SUBJECTS[other], **numbers),
            en.format(o=o.name["en"], p=p.name["en"], s=SUBJECTS_EN[subject], t=SUBJECTS_EN[other], **numbers),
        )  # fmt: skip

    def words(count, templates=SENTENCES):
        said = [say(templates) for _ in range(count)]
        return {
            "zh-hant": "".join(f"{zh}。" for zh, _en in said),
            "en": " ".join(f"{en[0].upper()}{en[1:]}." for _zh, en in said),
        }

    def paragraph(key, count):
        text = words(count)
        return schema.TextBlock(key=key, html={code: f"<p>{text[code]}</p>" for code in text})

    def quote(key, speaker):
        lead_in = {
            "zh-hant": f"{speaker.organisation['zh-hant']}{speaker.job_title['zh-hant']}{speaker.name['zh-hant']}表示：",
            "en": f"{speaker.name['en']}, {speaker.job_title['en']} of {speaker.organisation['en']}, said: ",
        }
        return schema.Quote(key=key, speaker=speaker, lead_in=lead_in, words=words(2, SAYINGS))

    def figure(place):
        return schema.Figure(
            key=f"figure-{place}",
            picture=_picture(number, place, pool),
            alt_text={"zh-hant": "兩人在講台上握手", "en": "Two people shake hands on a stage"},
            caption=words(1),
            credit=hosts[0].name,
        )

    body = [figure(0), paragraph("text-0", 6)]
    for place in range(4):
        body += [quote(f"quote-{place}", people[place]), paragraph(f"text-{place + 1}", 6)]
        if place:
            body.append(figure(place))
    body += [paragraph(f"text-{place}", 6) for place in (5, 6, 7)]
    zh, en = SUBJECTS[subject], SUBJECTS_EN[subject]
    called = name(number)
    return schema.Document(
        slug=f"release-{number}",
        languages=["zh-hant", "en", "zh-hans"],
        headline={
            "zh-hant": f"{hosts[0].name['zh-hant']}與{hosts[1].name['zh-hant']}合作推動{zh}：{called}計劃（第{number}號）",
            "en": f"{hosts[0].name['en']} and {hosts[1].name['en']} join forces on {en} (no. {number})",
        },
        sub_headline=words(1),
        key_points=[schema.KeyPoint(key=f"point-{n}", text=words(1)) for n in range(3)],
        dateline=schema.Dateline(city={"zh-hant": "香港", "en": "Hong Kong"}, date=day(number)),
        organisations=hosts,
        topics=[_topic(number), _topic(number * 7 + 3)][: 1 + (number % 2)],
        body=body,
        signatories=[schema.Signatory(key=f"signatory-{n}", person=people[n]) for n in (0, 1)],
        witnesses=[schema.Witness(key=f"witness-{n}", person=people[n]) for n in (2, 3)],
        boilerplates=[
            schema.Boilerplate(
                key=f"about-{n}",
                organisation=host.name,
                text=words(3),
                website=host.website,
            )
            for n, host in enumerate(hosts)
        ],
        media_contacts=[_contact(number, n, hosts[n % 2]) for n in range(3)],
    )


def day(number: int) -> dt.date:
    """The day of a release: over the years in no order, as an archive that is imported is."""
    return LAST_DAY - dt.timedelta(days=_spread(f"day {number}", YEARS * 365))


def listed(count: int):
    """Yield kind and key of all that the first so many releases are listed under."""
    for year in range(LAST_DAY.year - YEARS, LAST_DAY.year + 1):
        yield "year", str(year)
    for kind, many in (
        ("topic", TOPICS),
        ("organisation", 2 * _organisations(count)),
        ("person", _people(count)),
    ):
        yield from ((kind, f"{kind}-{ordinal}") for ordinal in range(many))


def _organisations(number):
    # Around so many releases share an organisation, whatever the number of releases.
    return number // PER_ORGANISATION + 8


def _people(number):
    return number // PER_PERSON + 12


def _organisation(number, place):
    ordinal = _spread(f"organisation {number} {place}", _organisations(number))
    ordinal = ordinal * 2 + place  # two of one release differ
    near, trade = ordinal % len(PLACES), ordinal // len(PLACES) % len(TRADES)
    series = ordinal // (len(PLACES) * len(TRADES))
    zh, en = ("", "") if not series else (f"第{series + 1}", f" {series + 1}")
    return schema.Organisation(
        key=f"organisation-{place}",
        record=f"organisation-{ordinal}",
        role="partner" if place else "host",
        name={
            "zh-hant": f"{PLACES[near]}{zh}{TRADES[trade]}",
            "en": f"{PLACES_EN[near]} {TRADES_EN[trade]}{en}",
        },
        website=f"https://organisation-{ordinal}.example",
    )


def _person(number, place, organisation):
    ordinal = _spread(f"person {number} {place}", _people(number))
    chance = random.Random(f"person {ordinal}")
    surname = chance.randrange(len(SURNAMES))
    first, second = chance.randrange(len(GIVEN)), chance.randrange(len(GIVEN))
    job = ordinal % len(JOBS)
    return schema.Person(
        record=f"person-{ordinal}",
        name={
            "zh-hant": SURNAMES[surname] + GIVEN[first] + GIVEN[second],
            "en": f"{SURNAMES_EN[surname]} {GIVEN_EN[first].capitalize()}-{GIVEN_EN[second]}",
        },
        job_title={"zh-hant": JOBS[job], "en": JOBS_EN[job]},
        organisation=organisation.name,
    )


def _topic(number):
    ordinal = number % TOPICS
    return schema.Topic(
        key=f"topic-{ordinal}",
        record=f"topic-{ordinal}",
        name={"zh-hant": SUBJECTS[ordinal], "en": SUBJECTS_EN[ordinal].capitalize()},
    )


def _contact(number, place, organisation):
    ordinal = _spread(f"contact {number} {place}", number // PER_ORGANISATION + 8)
    return schema.MediaContact(
        key=f"contact-{place}",
        record=f"contact-{ordinal}-{place}",
        organisation=organisation.name,
        name={
            "zh-hant": f"{SURNAMES[ordinal % len(SURNAMES)]}小姐",
            "en": f"Ms {SURNAMES_EN[ordinal % len(SURNAMES)]}",
        },
        phones=[schema.Phone(number=f"+8522555{ordinal % 10_000:04d}")],
        emails=[f"press-{ordinal}@organisation.example"],
    )


def _picture(number, place, pool):
    if number * 4 < len(pool):
        return pool[number * 4 + place]
    sha256 = hashlib.sha256(f"picture {number} {place}".encode()).hexdigest()
    return schema.Picture(sha256=sha256, width=1600, height=1067)


def _spread(name, below):
    """A number below another that looks like chance and is the same every time."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % below
