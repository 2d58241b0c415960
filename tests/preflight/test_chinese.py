"""Chinese text as a Hong Kong press office writes it."""

from pathlib import Path

import pytest

from releases.document import schema
from releases.importing import File
from releases.importing.apart import read
from releases.preflight import run

from .cases import TODAY, found, release, text

SEED = sorted((Path(__file__).parents[3] / "shared" / "seed").glob("*.txt"))
FAMILIES = ("chinese.", "english.", "text.")


def zh(words, **fields):
    return release(body=[text(zh=words)], **fields)


def headline(words):
    return release(headline={"zh-hant": words})


def person(name, **fields):
    return schema.Person(name={"zh-hant": name}, **{k: {"zh-hant": v} for k, v in fields.items()})


@pytest.mark.skipif(not SEED, reason="The example release is not beside this checkout")
def test_the_example_release_has_three_characters_that_are_not_traditional_and_nothing_else():
    document = read([File(path.name, path.read_bytes()) for path in SEED]).document
    findings = run(document, today=TODAY)
    mine = [(f.id, f.excerpt) for f in findings if f.id.startswith(FAMILIES)]
    assert sorted(mine) == [
        ("chinese.simplified", "内"),
        ("chinese.simplified", "吴"),
        ("chinese.simplified", "吴"),
    ]


# Simplified characters


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("香港及澳門總經理吴珊女士出席儀式。", ["吴"]),
        ("吸引更多海外和中國内地的公司。", ["内"]),
        ("研究团隊在實驗室工作。", ["团"]),
        ("推動科技发展，培育人才。", ["发"]),
        ("這是香港首間数據中心。", ["数"]),
        ("如欲了解更多资讯，請瀏覽網站。", ["资讯"]),
        ("双方簽署备忘錄。", ["双", "备"]),
        ("他指出，什么都可以研究。", ["么"]),
        ("計划於明年完成。", ["划"]),
        ("新产品将於下月推出。", ["产品将"]),
        ("主席张小东先生出席。", ["张小东"]),
        ("黄先生與学生對話。", ["黄", "学"]),
        ("大学与医院", ["学与医"]),
        ("東京的研究所発表報告。", ["発"]),
        ("合作伙伴包括渔農界。", ["渔"]),
        ("产品一，产品二。", ["产", "产品二"]),
    ],
)
def test_a_character_that_hong_kong_does_not_write_is_found(words, excerpts):
    assert found("chinese.simplified", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "里程碑、皇后、干預、只有、台灣、升級、棉布、周年、剩余、范先生、于女士、雲吞、面對、北斗、山谷、輕松",
        "后里干只台升布周余范于云面斗谷松系志冲准丑仆几制致回向注克合同卷吁咨喂嘗夥家幸庵征恤托扎折才據",
        "在家裏和家里，接着、意味著、峯會、高峰、衞生、防衛、綫路、線路、牀位、起床、麪包、麵粉、化粧、化妝",
        "説明、說明、温度、溫度、吃、喫、台灣、臺灣、羣眾、群眾、啟動、啓動、户口、戶口、真、眞、為、爲",
        "大厦、厨房、脚步、却、够、恒生、强、烟、猪、猫、泪、凉茶、踪迹、奇迹、咏、叠、莅臨、胆、册、携手、糭、粽",
        "滙豐、邨、埗、鰂魚涌、深水埗、屏山、粉嶺、鎮、鎭、悦、税、脱、鋭、閲、兑、卧、鈎、葱、湧、涌",
        "一字不漏地記下張三丰的太極、風采、采風、范仲淹、周圍、占卜、游泳、游說、沈先生、姜女士、鍾先生、岳",
        "下划船、拮据、貴价、茶几、人云亦云、老么、松樹、仆人、小丑、准許、咸豐年、秋千、丰采、夸克、建築",
        "証明、簽証、灶、痴、秘、偽、研究、嘆、衆、晉、産",
        "餐廳名叫「優の良品」，供應お寿司。",
        "日本品牌「国の味わい」在香港開店。",
    ],
)
def test_good_traditional_and_what_hong_kong_prints_are_left_alone(words):
    assert found("chinese.simplified", zh(words)) == []


def test_a_name_that_a_sentence_prints_is_not_said_again():
    quote = schema.Quote(
        key="q1",
        speaker=person("吴珊", job_title="总經理"),
        lead_in={"zh-hant": "总經理吴珊說："},
        words={"zh-hant": "很高興。"},
    )
    assert found("chinese.simplified", release(body=[quote])) == ["总", "吴"]


def test_a_name_that_no_sentence_prints_is_said_once():
    rows = [
        schema.Signatory(key="s1", person=person("吴珊")),
        schema.Signatory(key="s2", person=person("吴珊")),
    ]
    assert found("chinese.simplified", release(signatories=rows)) == ["吴"]


def test_the_same_character_in_another_name_is_said():
    contact = schema.MediaContact(key="mc1", name={"zh-hant": "吴敏"})
    assert found("chinese.simplified", zh("吴珊女士出席。", media_contacts=[contact])) == [
        "吴",
        "吴",
    ]


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [
        ("研究刊於《中国临床医学杂志》，獲業界好評。", "国临床医学杂"),
        ("獎項由「国际医药创新联盟」頒發。", "国际医药创新联"),
        ("双方签署战略合作协议", "双方签署战略合作协议"),
        ("双方今日在上海签署战略合作协议，共同建设联合实验室。", "双方今日在上海签署战略合"),
    ],
)
def test_words_in_simplified_as_a_whole_are_one_finding(words, excerpt):
    assert found("chinese.simplified", zh(words)) == [excerpt]


def test_every_excerpt_is_found_first_at_its_own_place():
    words = "吴珊女士說，吴珊女士又說。"
    first, second = found("chinese.simplified", zh(words))
    assert (words.find(first), words.find(second)) == (0, 6)


def test_english_passages_and_languages_that_do_not_go_out_are_not_read():
    words = text(zh="国", en="国")
    assert found("chinese.simplified", release(body=[words], languages=["en"])) == []
    assert len(found("chinese.simplified", release(body=[words]))) == 1


# Words of other places


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("公司開發軟體和硬體。", ["軟體", "硬體"]),
        ("加強網路安全，推動網際網路普及。", ["網路", "網際網路"]),
        ("研究人工智慧技術的應用。", ["人工智慧"]),
        ("採用雷射切割和奈米材料。", ["雷射", "奈米"]),
        ("乘客可乘搭計程車或公車前往。", ["計程車", "公車"]),
        ("推動數位轉型和數位經濟。", ["數位", "數位經"]),
        ("市民可用智慧型手機登入。", ["智慧型"]),
        ("在義大利和紐西蘭設廠。", ["義大利", "紐西蘭"]),
        ("市民可乘出租車前往。", ["出租車"]),
        ("更多信息請瀏覽網站。", ["信息"]),
        ("用戶的個人信息受保護。", ["信息"]),
        ("與本地五所高校合作。", ["高校"]),
        ("照片達一億畫素。", ["畫素"]),
        ("距離海岸三百公尺。", ["公尺"]),
        ("參加者可獲印表機一部。", ["印表機"]),
        ("他說：「我們的軟體由香港團隊開發，已經推出。」", ["軟體"]),
        ("資料存放於服務器。", ["服務器"]),
        ("公司保護智慧財產，登記專利。", ["智慧財產"]),
        ("患者送往急診室。", ["急診室"]),
        ("交易經數位渠道處理，客戶可用數位錢包。", ["數位", "數位錢"]),
        ("推動數位人民幣、數位圖書館及數位醫療服務。", ["數位", "數位圖", "數位醫"]),
    ],
)
def test_a_word_that_no_hong_kong_office_writes_is_found(words, excerpts):
    assert found("chinese.regional", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "資訊安全、影片、滑鼠、品質、機器人、網上、線上、程式碼、資料庫、螢幕、硬碟、演算法、智慧城市、虛擬實境",
        "質量為五公斤，光子沒有質量，提升服務質量。",
        "連接互聯網路徑和公路網路段，改善鐵路網路線。",
        "研究刊於《人工智慧與軟體工程》期刊。",
        "獲「軟體之星」稱號，應用程式名為「信息通」。",
        "由臺北市電腦軟體協會主辦，人工智慧學會協辦。",
        "數位科技界人士、數位媒體代表、數位銀行家、數位藝術家和數位世界級學者",
        "數位學者和十數位嘉賓出席，無數位市民參與；小數位後兩位。",
        "數位金融界人士、數位醫療專家、數位教育工作者、數位文化機構負責人、數位管理人員和數位資深工程師",
        "數位銀行業務顧問、數位系統工程師、數位市場推廣主管、數位電影導演、數位教育局代表、數位中心職員及數位世界冠軍",
        "這次展覽帶出保育的信息，向社會傳遞正面信息。",
        "活動傳達「關愛」信息，發出清晰的信息。",
        "我們相信息率會回落，深信息息相關。",
        "細胞釋放信息素。",
        "提高校園安全，提高校長待遇；崇高校訓。",
        "內地高校代表團訪港，參觀北京高校。",
        "辦公車輛停泊處，辦公尺寸，四川普洱茶。",
        "簡短信件，長短信號。",
        "魚雷射擊演習；出租車位。",
        "本土豆腐花、泥土豆角。",
        "設施打造完成。",
        "創意大利好；葉門診所；南非洲；肯亞洲區域合作。",
        "繪畫素材、動畫素材和漫畫素養。",
        "高鐵、自行車、巴士、的士、網約車、電單車、冷氣、空調、屏幕、視頻、硬盤、快遞、激活、智能手機",
        "數碼港、數字經濟、數字政策辦公室、納米、激光、人工智能、流動應用程式、伺服器",
    ],
)
def test_words_in_use_in_hong_kong_and_words_within_others_are_left_alone(words):
    assert found("chinese.regional", zh(words)) == []


def test_the_name_of_an_organisation_of_the_release_is_left_alone():
    organisation = schema.Organisation(key="o1", name={"zh-hant": "海角軟體"})
    document = zh("海角軟體推出新的軟體。", organisations=[organisation])
    assert found("chinese.regional", document) == ["軟體。"]


def test_words_in_simplified_are_said_once_as_such():
    document = zh("双方签署合作协议，更多信息请访问网站。")
    assert found("chinese.regional", document) == []


def test_a_job_title_is_looked_at_but_not_when_a_sentence_prints_it():
    row = schema.Witness(key="w1", person=person("陳大文", job_title="軟體總監"))
    assert found("chinese.regional", release(witnesses=[row])) == ["軟體"]
    assert found("chinese.regional", zh("軟體總監陳大文見證。", witnesses=[row])) == ["軟體"]


# Half-width marks


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("雙方簽署備忘錄,並展開合作。", ["錄,並"]),
        ("雙方簽署備忘錄, 並展開合作。", ["錄,"]),
        ("他表示:「很高興。」", ["示:「"]),
        ("雙方展開合作.", ["作."]),
        ("雙方展開合作;並開始研究!", ["作;並", "究!"]),
        ("香港科技園公司(科技園公司)宣布", ["(科技園公司)"]),
        ("總經理（左)與主席（右）合照", ["左)"]),
        ("總經理(左）與主席（右）合照", ["(左"]),
        ("我們充滿信心.」", ["心.」"]),
        ("於2026年,香港", ["年,香"]),
    ],
)
def test_a_half_width_mark_between_chinese_characters_is_found(words, excerpts):
    assert found("chinese.half-width", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "投資12,000元，佔3.5%，時間為10:30，比例3:1。",
        "電話:2811 1234 電郵:a@cape.example",
        "人工智能(AI)及物聯網 (IoT) 技術，納斯達克(NASDAQ: ABC)。",
        "Cape Labs, Inc.與 Dr. Chan 合作，網址 https://www.cape.example/路?a=1",
        "(一)引言\n(二)結論\n第2(一)條",
        "會議於下午3:30舉行（香港時間）。",
        "男女比例為三:二。",
        "一.引言\n二. 結論",
        "第 1(a) 條、（2026年）、H5N1、Wi-Fi 6、5G、(852) 2811 1234",
        "甲、乙；丙：丁！戊？己。",
    ],
)
def test_numbers_times_addresses_and_latin_words_keep_their_marks(words):
    assert found("chinese.half-width", zh(words)) == []


# Brackets


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("他說：「很高興與各位合作。", ["「很高興"]),
        ("他說：很高興與各位合作。」", ["合作。」"]),
        ("根據《施政報告，政府推動創科。", ["《施政報"]),
        ("根據施政報告》，政府推動創科。", ["政報告》"]),
        ("主席查毅（左二與行政總裁合照。", ["（左二與"]),
        ("主席查毅左二）與行政總裁合照。", ["毅左二）"]),
        ("「根據《藍圖，我們推動創科。」他說。", ["《藍圖，"]),
        ("「根據『藍圖，我們推動創科。」他說。", ["『藍圖，"]),
        ("「我們推動「升級」合作。」他說。", ["「升級」"]),
        ("「合作，他說。「一起努力。」", ["「合作，"]),
        ("「根據《藍圖」》推動。", ["《藍圖」"]),
        ("“我們推動創科。", ["“我們推"]),
        ("截至2026年底圖1）所示。", ["底圖1）"]),
        ("《夜未眠〉展覽開幕。", ["《夜未眠"]),
        ("他說：「好』。活動（免費】舉行。", ["「好』。", "（免費】"]),
        ("他說好」。活動（免費舉行。", ["他說好」", "（免費舉"]),
        ("海角科技股份代號：CPE）今日公布，查詢：852）2345。", ["CPE）", "852）"]),
    ],
)
def test_a_mark_without_its_other_half_is_found_once(words, excerpts):
    assert found("chinese.brackets", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "他說：「我們推動『升級』合作，配合《藍圖（二○二六）》。」",
        "「第一段。\n「第二段。\n「第三段。」",
        "「第一段。\n第二段。」",
        "條件包括：1）創新；2）可行；a) 安全；（三）環保。",
        "他說：「展覽《夜〈光〉》（第三屆）將於2）中環舉行。」",
        "一）引言\n二）結論",
        "包括1)創新、2)可行和10）環保",
        "主席（左二）、行政總裁（右）及“創科”代表",
        "「甲」、「乙」和『丙』",
        "計劃（包括（甲）及（乙）兩部分）",
        "半形 (with Latin) 與全形（混合)也算一對",
        "「他說『她說「好」』。」",
        "【即時發布】消息［一］",
    ],
)
def test_pairs_and_quotations_of_several_paragraphs_are_left_alone(words):
    assert found("chinese.brackets", zh(words)) == []


def test_a_quotation_that_goes_on_in_the_next_block_is_left_alone():
    blocks = [
        text("p1", zh="他說：「第一段。"),
        text("p2", zh="「第二段。"),
        text("p3", zh="「完。」"),
    ]
    assert found("chinese.brackets", release(body=blocks)) == []
    assert found("chinese.brackets", release(body=blocks[:2])) == ["「第二段"]
    closing = [text("p1", zh="他說：「第一段。"), text("p2", zh="第二段。」")]
    assert found("chinese.brackets", release(body=closing)) == []


def test_a_quote_is_read_with_its_marks():
    quote = schema.Quote(key="q1", words={"zh-hant": "第一段。\n\n第二段「升級」。"})
    assert found("chinese.brackets", release(body=[quote])) == ["「升級」"]


# Spaces


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("雙方簽署合作 備忘錄，推動創科。", ["作 備"]),
        ("雙方簽署備忘錄 ，推動創科。", ["錄 ，"]),
        ("雙方簽署備忘錄， 推動創科。", ["， 推"]),
        ("雙方簽署備忘錄。 其後展開合作。", ["。 其"]),
        ("他說：「 很高興。」", ["「 很"]),
        ("他說：「很高興 。」", ["興 。"]),
        ("行政總裁 Paul Chan 先生 ，出席儀式。", ["生 ，"]),
        ("採用 AI ，提升效率。", ["I ，"]),
        ("雙方簽署合作\u3000備忘錄，推動創科。", ["作\u3000備"]),
        ("雙方簽署合作\u00a0備忘錄，推動創科。", ["作\u00a0備"]),
    ],
)
def test_a_stray_space_is_found(words, excerpts):
    assert found("chinese.spaces", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "成立逾 20 年，匯聚超過 12,000 名人才，採用 AI 技術。",
        "四大範疇 — 腫瘤、呼吸系統及罕見疾病；甲 / 乙 | 丙 · 丁",
        "（一） 引言\n一、 引言\n第一章 總則\n圖一 簽署儀式\n附件二： 名單",
        "圖一： 簽署儀式，左起為主席。",
        "（香港，2026年5月4日） 海角大學今日宣布成果。",
        "香港 二○二六年五月四日 星期一",
        "二○二六年五月四日 香港",
        "出席者：陳大文 李小明 王磊 張美儀，以及其他嘉賓。",
        "電話： 2811 1234\n電郵： a@cape.example\n網址：www.cape.example",
        "時間 下午三時\n地點 海角會議中心",
        "第一句。\u3000第二句。",
        "主席王\u3000磊先生出席儀式。",
        "他以「海納百川\u3000有容乃大」勉勵學生。",
    ],
)
def test_spaces_that_are_meant_are_left_alone(words):
    assert found("chinese.spaces", zh(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "簽署備忘錄推進香港創科  引領大灣區發展",
        "簽署備忘錄推進香港創科\u3000引領大灣區發展",
        "簽署備忘錄推進香港創科 引領大灣區發展",
        "海角大學與灣畔公司簽署合作備忘錄 共創未來",
        "與海角大學簽署《備忘錄》 攜手推動創科發展",
    ],
)
def test_a_space_may_part_the_clauses_of_a_headline(words):
    assert found("chinese.spaces", headline(words)) == []


def test_a_space_within_a_clause_of_a_headline_is_found():
    assert found("chinese.spaces", headline("海角大學與灣畔公司簽署備 忘錄")) == ["備 忘"]
    assert found("chinese.spaces", headline("海角大學 ，灣畔公司簽署備忘錄")) == ["學 ，"]


def test_a_space_in_a_headline_parts_no_word_that_stands_whole_in_the_text():
    title = {"zh-hant": "海角大學與灣畔科技公司簽署海岸機 械人合作備忘錄"}
    body = [text(zh="雙方簽署備忘錄，研發海岸機械人。")]
    assert found("chinese.spaces", release(headline=title)) == []
    assert found("chinese.spaces", release(headline=title, body=body)) == ["機 械"]
    title = {"zh-hant": "香港海角大 學與灣畔科技公司簽署合作備忘錄"}
    organisation = schema.Organisation(key="o1", name={"zh-hant": "海角大學"})
    assert found("chinese.spaces", release(headline=title, organisations=[organisation])) == [
        "大 學"
    ]


# Repeated words


@pytest.mark.parametrize(
    ("words", "excerpts"),
    [
        ("這是雙方的的合作。", ["的的"]),
        ("雙方簽署了了備忘錄。", ["了了"]),
        ("計劃是是為青年而設。", ["是是"]),
        ("海角大學和和灣畔公司合作。", ["和和"]),
        ("海角大學及及灣畔公司合作。", ["及及"]),
        ("海角大學與與灣畔公司合作。", ["與與"]),
        ("典禮於於昨日舉行。", ["於於"]),
        ("雙方合作合作推動創科。", ["合作合作"]),
        ("推動香港香港經濟。", ["香港香港"]),
        ("海角大學海角大學宣布。", ["海角大學海角大學"]),
        ("雙方合作，，推動創科。。", ["，，", "。。"]),
        ("他在在儀式上致辭。", ["在在"]),
        ("技術將將於明年推出。", ["將將"]),
        ("我們將會將會繼續投資。", ["將會將會"]),
        ("雙方亦會會成立委員會。", ["會會"]),
        ("長者亦可可免費參加，市民都要要留意。", ["可可", "要要"]),
        ("仍仍需時間，他們們亦亦支持。", ["仍仍", "們們", "亦亦"]),
        ("項目以以獲獲批的方案為準。", ["以以", "獲獲"]),
        (
            "壽命為為三年，為為期三天，六歲或以以上，以以及他們會會投資。",
            ["為為", "為為期", "或以以上", "以以及", "會會"],
        ),
    ],
)
def test_what_stands_twice_by_slip_is_found(words, excerpts):
    assert found("chinese.repeated", zh(words)) == excerpts


@pytest.mark.parametrize(
    "words",
    [
        "常常、人人、天天、一一、漸漸、多多、生生不息、世世代代、重中之重、芳芳、往往、僅僅、紛紛、種種、處處",
        "研究研究、討論討論、考慮考慮、大家參觀參觀、休息休息",
        "目的的意義、標的的價格、的的士、的的確確",
        "完成了了解、不了了之、了了分明",
        "這就是是次計劃的重點，是是非非",
        "和和氣氣、促進社會和和諧、共和和民主、飽和和不飽和、和和平",
        "普及及推廣、以及及時、涉及及影響",
        "參與與支持、給與與否",
        "存在在問題、現在在香港、在在職培訓",
        "推動發展發展中國家的合作、培訓培訓員、支援支援中心、保護保護區",
        "灣畔集團集團主席、海角有限公司公司秘書、海角大學大學生",
        "一步一步、一個一個、逐個逐個、一點一點、兩個兩個",
        "二零二零年、二○二○年、一九一九年、九九九九",
        "非常非常重要，謝謝謝謝，加油加油",
        "哈哈哈哈、……、——、！！",
        "地地道道、個個案、各地地區、把一把把鑰匙、首都都會",
        "就就業、會會員、將將軍、向向日葵、或或許、其其他",
        "每每、等等、正正是、剛剛、慢慢地、遠遠超過、步步高陞、家家戶戶",
        "商會會長、協會會員及委員會會議亦會會同專家討論，校方也會會見家長。",
        "可可豆、亦可可持續；沒有有效方法，都有有關資料，功能能否提升。",
        "計劃名為為老添樂，合約均為為期兩年，目標為為數不少的長者；我會會長及本會會於六月舉行大會。",
        "首都都會區；一對對新人；可以以電郵申請；應該該校；更更新系統；下令令人費解；顯著著重；沿着着力點。",
    ],
)
def test_what_is_doubled_in_good_chinese_is_left_alone(words):
    assert found("chinese.repeated", zh(words)) == []


# A release that is Simplified


def test_a_release_in_simplified_chinese_is_one_finding_and_its_words_are_those_of_the_mainland():
    whole = release(
        headline={"zh-hant": "两家公司签署合作备忘录"},
        body=[
            text(zh="双方将在软件开发与信息技术领域开展长期合作，并联合培养专业人才。"),
            text("p2", zh="公司总经理表示，项目质量过硬，前景广阔，网络设备已经运抵。"),
        ],
    )
    assert found("chinese.simplified", whole) == ["两家公司签署合作备忘录"]
    assert found("chinese.regional", whole) == []
